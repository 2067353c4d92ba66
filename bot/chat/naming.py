from bot.shop.models import Shop


def bot_name() -> str:
    return Shop.current().bot_name


def shop_name() -> str:
    return Shop.current().name
