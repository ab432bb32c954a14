package dev.heddle.benchmarks.boutique;

import java.util.List;
import java.util.Random;

/** What of the shop is visited. */
enum Surface {
  /** The pages, as a browser gets them. */
  PAGES {
    @Override
    Visit visit(Action action, Random random) {
      String product = pick(PRODUCTS, random);
      return switch (action) {
        case HOME -> new Visit("GET", "/", "", 200, "Everything in the shop");
        case PRODUCT -> new Visit("GET", "/product/" + product, "", 200, "Add to cart");
        case VIEW_CART -> new Visit("GET", "/cart", "", 200, "Your cart");
        case SET_CURRENCY ->
            new Visit("POST", "/setCurrency", "currency_code=" + pick(CURRENCIES, random), 303, "");
        case ADD_TO_CART ->
            new Visit(
                "POST", "/cart", "product_id=" + product + "&quantity=" + some(random), 303, "");
        case CHECKOUT -> new Visit("POST", "/cart/checkout", FORM, 200, "Your order is on its way");
      };
    }
  },
  /** The same work of the components, answered in JSON. */
  API {
    @Override
    Visit visit(Action action, Random random) {
      String product = pick(PRODUCTS, random);
      return switch (action) {
        case HOME -> new Visit("GET", "/api", "", 200, "\"products\"");
        case PRODUCT -> new Visit("GET", "/api/product/" + product, "", 200, "\"recommended\"");
        case VIEW_CART -> new Visit("GET", "/api/cart", "", 200, "\"total\"");
        case SET_CURRENCY ->
            new Visit(
                "POST",
                "/api/setCurrency",
                "{\"currency_code\":\"" + pick(CURRENCIES, random) + "\"}",
                204,
                "");
        case ADD_TO_CART ->
            new Visit(
                "POST",
                "/api/cart",
                "{\"product_id\":\"" + product + "\",\"quantity\":" + some(random) + "}",
                200,
                product);
        case CHECKOUT -> new Visit("POST", "/api/cart/checkout", json(FORM), 201, "\"order_id\"");
      };
    }
  },
  /** A file: what a request costs that calls no component. */
  FILE {
    @Override
    Visit visit(Action action, Random random) {
      return new Visit("GET", "/icon.svg", "", 200, "<svg");
    }
  };

  private static final List<String> PRODUCTS =
      List.of(
          "OLJCESPC7Z",
          "66VCHSJNUP",
          "1YMWWN1N4O",
          "L9ECAV7KIM",
          "2ZYFJ3GM2N",
          "0PUK6V6EV0",
          "LS4PSXUNUM",
          "9SIQT8TOJO",
          "6E92ZMYYFZ");
  private static final List<String> CURRENCIES = List.of("EUR", "USD", "JPY", "CAD", "GBP", "TRY");
  private static final String FORM =
      "email=ann.weaver@example.com&street_address=1600 Loom Lane&zip_code=94043"
          + "&city=Mountain View&state=CA&country=United States"
          + "&credit_card_number=4432801561520454&credit_card_cvv=672"
          + "&credit_card_expiration_month=1&credit_card_expiration_year=2097";

  /** The request that does something. */
  abstract Visit visit(Action action, Random random);

  private static String pick(List<String> some, Random random) {
    return some.get(random.nextInt(some.size()));
  }

  private static int some(Random random) {
    return 1 + random.nextInt(10);
  }

  private static String json(String form) {
    return "{\"" + form.replace("=", "\":\"").replace("&", "\",\"") + "\"}";
  }
}
