package dev.heddle.boutique.front;

import dev.heddle.boutique.catalog.ProductNotFound;
import dev.heddle.boutique.checkout.Checkout;
import dev.heddle.boutique.checkout.EmptyCart;
import dev.heddle.boutique.checkout.OrderRequest;
import dev.heddle.boutique.currency.UnknownCurrency;
import dev.heddle.boutique.payment.CardExpired;
import dev.heddle.boutique.payment.InvalidCard;
import dev.heddle.boutique.payment.UnsupportedCard;
import dev.heddle.boutique.values.Order;
import org.springframework.stereotype.Service;

/** Where shoppers pay. */
@Service
class Till {
  private final Checkout checkout;
  private final Storefront storefront;

  Till(Checkout checkout, Storefront storefront) {
    this.checkout = checkout;
    this.storefront = storefront;
  }

  /**
   * Places the order that a form asks for.
   *
   * @throws BadInput when a field breaks a rule or the card is refused
   */
  Order order(Shopper shopper, CheckoutForm form, Fields fields)
      throws EmptyCart, ProductNotFound, UnknownCurrency {
    OrderRequest request = form.request(fields, shopper, storefront.currencyOf(shopper));
    try {
      return checkout.placeOrder(request);
    } catch (InvalidCard refused) {
      throw badCard("This card cannot be charged: " + refused.problem());
    } catch (UnsupportedCard refused) {
      throw badCard("We take VISA and MasterCard, not " + refused.brand());
    } catch (CardExpired expired) {
      throw new BadInput(
          new FieldProblem(
              "credit_card_expiration_month",
              "This card expired at the end of "
                  + expired.month()
                  + "/"
                  + expired.year()
                  + "; use another one"));
    }
  }

  private static BadInput badCard(String message) {
    return new BadInput(new FieldProblem("credit_card_number", message));
  }
}
