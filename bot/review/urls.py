from bot.review.accounts.urls import urlpatterns as accounts
from bot.review.correcting.urls import urlpatterns as correcting
from bot.review.figures.urls import urlpatterns as figures
from bot.review.learning.urls import urlpatterns as learning
from bot.review.logbook.urls import urlpatterns as logbook
from bot.review.privacy.urls import urlpatterns as privacy
from bot.review.shopkeeping.urls import urlpatterns as shopkeeping
from bot.review.stepping_in.urls import urlpatterns as stepping_in
from bot.review.talks.urls import urlpatterns as talks

app_name = "review"
urlpatterns = [
    *talks,
    *accounts,
    *correcting,
    *figures,
    *learning,
    *logbook,
    *privacy,
    *shopkeeping,
    *stepping_in,
]
