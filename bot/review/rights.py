"""What an account may do, and which of it comes with each role."""

ANSWER = "review.answer_customers"
CORRECT = "review.correct"
TEACH = "review.teach"
OVERRULE = "review.overrule"
KEEP_SHOP = "review.keep_shop"
SEE_PERSONAL_DATA = "review.see_personal_data"
MANAGE = "review.manage"

OWNERS = "Eigenaars"
STAFF = "Medewerkers"
READERS = "Lezers"

# A group's rights as it is made; what the shop changes in it afterwards stays.
ROLES: dict[str, tuple[str, ...]] = {
    OWNERS: (ANSWER, CORRECT, TEACH, OVERRULE, KEEP_SHOP, SEE_PERSONAL_DATA, MANAGE),
    STAFF: (ANSWER, CORRECT, TEACH, KEEP_SHOP, SEE_PERSONAL_DATA),
    READERS: (),
}
