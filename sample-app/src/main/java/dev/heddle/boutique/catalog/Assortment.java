package dev.heddle.boutique.catalog;

import dev.heddle.boutique.values.Money;
import java.util.List;

/** The nine products. */
final class Assortment {
  static final List<Product> PRODUCTS =
      List.of(
          product(
              "OLJCESPC7Z",
              "Sunglasses",
              "Round acetate frames in dark tortoise with lenses that take the glare off water and"
                  + " wet roads. Light enough to forget, sturdy enough to sit on once.",
              dollars(24, 90),
              "accessories"),
          product(
              "66VCHSJNUP",
              "Tank Top",
              "A ribbed top of long-staple cotton, cut straight and finished with flat seams. It"
                  + " keeps its shape in the wash and goes under everything you own.",
              dollars(18, 50),
              "clothing",
              "tops"),
          product(
              "1YMWWN1N4O",
              "Watch",
              "A quiet three-hand watch with a cream dial, a domed glass and a leather strap that"
                  + " looks better every year. Splash-proof, and it runs six years on one battery.",
              dollars(109, 99),
              "accessories"),
          product(
              "L9ECAV7KIM",
              "Loafers",
              "Hand-stitched suede loafers on a soft rubber sole. They need no breaking in, and"
                  + " walk from the office to the pier without a change.",
              dollars(89, 99),
              "footwear"),
          product(
              "2ZYFJ3GM2N",
              "Hairdryer",
              "Two speeds, three temperatures and a cold shot, in a body that weighs less than a"
                  + " litre of milk. The cable is long enough for any bathroom.",
              dollars(34, 75),
              "hair",
              "beauty"),
          product(
              "0PUK6V6EV0",
              "Candle Holder",
              "Turned brass for one dinner candle. It is heavy at the foot, so a draught or a"
                  + " gesture will not topple it, and it darkens slowly to a warm patina.",
              dollars(21, 0),
              "decor",
              "home"),
          product(
              "LS4PSXUNUM",
              "Salt & Pepper Shakers",
              "A pair in glazed stoneware, one light and one dark, so that nobody has to ask which"
                  + " is which. The corks come out easily and do not fall out.",
              dollars(16, 40),
              "kitchen"),
          product(
              "9SIQT8TOJO",
              "Bamboo Glass Jar",
              "Clear borosilicate glass with an airtight bamboo lid. It holds 750 millilitres of"
                  + " rice, beans or biscuits, and shows when they run low.",
              dollars(7, 95),
              "kitchen"),
          product(
              "6E92ZMYYFZ",
              "Mug",
              "A stoneware mug for 350 millilitres of whatever keeps you going. The glaze is our"
                  + " own, and no two come out of the kiln quite alike.",
              dollars(11, 20),
              "kitchen"));

  private Assortment() {}

  private static Product product(
      String id, String name, String description, Money price, String... categories) {
    return new Product(id, name, description, List.of(categories), price);
  }

  private static Money dollars(long units, int cents) {
    return new Money("USD", units, cents * 10_000_000);
  }
}
