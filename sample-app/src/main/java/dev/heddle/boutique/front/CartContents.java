package dev.heddle.boutique.front;

import dev.heddle.boutique.catalog.Product;
import dev.heddle.boutique.values.Money;
import java.util.List;

/**
 * A cart with everything that its page shows, in one currency.
 *
 * @param lines what is in it
 * @param shipping what sending it costs
 */
record CartContents(List<Line> lines, Money shipping) {

  /**
   * A line of a cart.
   *
   * @param product the product
   * @param quantity how many of it
   * @param price what one of it costs
   */
  record Line(Product product, int quantity, Money price) {
    public Money cost() {
      return price.times(quantity);
    }

    public String costText() {
      return Prices.text(cost());
    }

    public String priceText() {
      return Prices.text(price);
    }
  }

  CartContents {
    lines = List.copyOf(lines);
  }

  public Money total() {
    Money total = shipping;
    for (Line line : lines) total = total.plus(line.cost());
    return total;
  }

  public String totalText() {
    return Prices.text(total());
  }

  public String shippingText() {
    return Prices.text(shipping);
  }

  public List<String> productIds() {
    return lines.stream().map(line -> line.product().id()).toList();
  }
}
