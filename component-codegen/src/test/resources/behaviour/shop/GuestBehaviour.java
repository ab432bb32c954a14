package shop;

import static org.assertj.core.api.Assertions.assertThat;

import dev.heddle.component.capability.Log_Descriptor;
import dev.heddle.component.capability.RandomSource;
import dev.heddle.component.capability.RandomSource_Descriptor;
import dev.heddle.component.capability.Settings;
import dev.heddle.component.capability.Settings_Descriptor;
import dev.heddle.component.wire.ProtoReader;
import dev.heddle.component.wire.ProtoWriter;
import dev.heddle.component.wire.WireLimits;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import shop.Cart.LineItem;
import shop.Catalog.Product;

/** What generated code does inside a sandbox; each method is a test. */
public final class GuestBehaviour {
  private static final Money PRICE = new Money("EUR", 3, 500_000_000);
  private static final Product TEA = new Product("tea", Optional.empty(), Map.of("EUR", PRICE));
  private static final WireLimits LIMITS = WireLimits.DEFAULT;
  private static final Catalog CATALOG = new SpringCatalog(() -> List.of(TEA));

  public void aGuestReachesItsComponentsAndCapabilitiesThroughTheHost() {
    List<String> lines = new ArrayList<>();
    PersistentCart_Guest.start(
        new Surroundings(
            new Log_Descriptor().skeleton((level, line) -> lines.add(line)),
            (method, request, response) -> {
              lines.add("call 1." + method);
              new Catalog_Descriptor().skeleton(CATALOG).invoke(method, request, response);
            }));
    Cart_Stub.Add add = new Cart_Stub.Add("ann", new LineItem("tea", 2, PRICE));
    ProtoWriter request = new ProtoWriter(LIMITS);
    add.writeRequest(request);

    byte[] response = PersistentCart_Guest.invoke(0, request.toByteArray());

    try {
      assertThat(add.readResponse(new ProtoReader(response, LIMITS)).items()).hasSize(1);
    } catch (CartFull unexpected) {
      throw new AssertionError(unexpected);
    }
    // The catalog's own method comes first, so the inherited one has the last index.
    assertThat(lines).containsExactly("add for ann", "call 1.2");
  }

  public void aGuestDoesWithoutWhatItsHostHasNot() {
    assertThat(sizeInGuest(false)).isEqualTo(4);
    assertThat(sizeInGuest(true)).isEqualTo(7);
  }

  private static Settings settings(String key, String value) {
    return new Settings() {
      @Override
      public Optional<String> get(String wanted) {
        return Optional.ofNullable(all().get(wanted));
      }

      @Override
      public Map<String, String> all() {
        return Map.of(key, value);
      }
    };
  }

  private static final class FixedRandom implements RandomSource {
    @Override
    public long nextLong() {
      return 4;
    }

    @Override
    public int nextInt(int bound) {
      return 0;
    }

    @Override
    public byte[] nextBytes(int count) {
      return new byte[count];
    }

    @Override
    public java.util.UUID nextUuid() {
      return new java.util.UUID(0, 4);
    }
  }

  private static int sizeInGuest(boolean present) {
    DiscountedCart_Guest.start(
        new Surroundings(
            present ? new Catalog_Descriptor().skeleton(CATALOG) : null,
            present ? new RandomSource_Descriptor().skeleton(new FixedRandom()) : null,
            new Settings_Descriptor().skeleton(settings("most-items", "4"))));
    Cart_Stub.Size size = new Cart_Stub.Size("ann");
    ProtoWriter request = new ProtoWriter(LIMITS);
    size.writeRequest(request);
    byte[] response =
        DiscountedCart_Guest.invoke(size.method().index(), request.toByteArray());
    return size.readResponse(new ProtoReader(response, LIMITS));
  }
}
