from bot.shop.shopfile.mistakes import Mistake, ShopFileError
from bot.shop.shopfile.reading import read_shop_file

__all__ = ["Mistake", "ShopFileError", "read_shop_file"]
