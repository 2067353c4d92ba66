from bot.review.accounts.urls import urlpatterns as accounts
from bot.review.learning.urls import urlpatterns as learning
from bot.review.stepping_in.urls import urlpatterns as stepping_in
from bot.review.talks.urls import urlpatterns as talks

app_name = "review"
urlpatterns = [*talks, *stepping_in, *learning, *accounts]
