package shop;

import dev.heddle.component.spi.CallCounter;
import dev.heddle.component.spi.Edge;
import dev.heddle.component.spi.Invocation;
import dev.heddle.component.spi.MethodDescriptor;
import dev.heddle.component.wire.ProtoReader;
import dev.heddle.component.wire.ProtoWriter;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import javax.annotation.processing.Generated;
import org.jspecify.annotations.Nullable;

/**
 * The caller's side of {@link Catalog}: calls it directly, or leaves that to an edge. Direct
 * calls are counted, except, most of the time, those of a method that is called very often.
 */
@Generated("dev.heddle.codegen")
final class Catalog_Stub implements Catalog {
  private final Edge<Catalog> edge;
  private final CallCounter searchCounter;
  private final CallCounter namesCounter;
  private final CallCounter findCounter;
  private volatile @Nullable Catalog searchUncounted;
  private volatile @Nullable Catalog namesUncounted;
  private volatile @Nullable Catalog findUncounted;
  volatile @Nullable Catalog local;

  Catalog_Stub(Edge<Catalog> edge) {
    this.edge = edge;
    this.searchCounter = edge.counter(Catalog_Descriptor.SEARCH);
    this.namesCounter = edge.counter(Catalog_Descriptor.NAMES);
    this.findCounter = edge.counter(Catalog_Descriptor.FIND);
  }

  void callUncounted(int method, @Nullable Catalog local) {
    switch (method) {
      case 0 -> searchUncounted = local;
      case 1 -> namesUncounted = local;
      case 2 -> findUncounted = local;
      default -> throw new IllegalArgumentException("Catalog has no method " + method);
    }
  }

  @Override
  public Catalog.Page<Catalog.Product> search(Catalog.Query query) {
    Catalog local = searchUncounted;
    long begun = CallCounter.NOT_TIMED;
    if (local == null) {
      local = this.local;
      if (local == null) {
        return searchLeaving(query);
      }
      begun = searchCounter.begin();
    }
    // Counted or not, it is one call, so that the JVM sees how often it is made.
    try {
      return local.search(query);
    } catch (Throwable undeclared) {
      throw searchCounter.undeclared(undeclared);
    } finally {
      searchCounter.end(begun);
    }
  }

  private Catalog.Page<Catalog.Product> searchLeaving(Catalog.Query query) {
    try {
      return edge.call(new Search(query));
    } catch (RuntimeException expected) {
      throw expected;
    } catch (Exception unexpected) {
      throw new AssertionError("an edge threw what Catalog.search does not declare", unexpected);
    }
  }

  @Override
  public Map<Catalog.Color, List<Optional<String>>> names(Set<Catalog.Color> colors) {
    Catalog local = namesUncounted;
    long begun = CallCounter.NOT_TIMED;
    if (local == null) {
      local = this.local;
      if (local == null) {
        return namesLeaving(colors);
      }
      begun = namesCounter.begin();
    }
    // Counted or not, it is one call, so that the JVM sees how often it is made.
    try {
      return local.names(colors);
    } catch (Throwable undeclared) {
      throw namesCounter.undeclared(undeclared);
    } finally {
      namesCounter.end(begun);
    }
  }

  private Map<Catalog.Color, List<Optional<String>>> namesLeaving(Set<Catalog.Color> colors) {
    try {
      return edge.call(new Names(colors));
    } catch (RuntimeException expected) {
      throw expected;
    } catch (Exception unexpected) {
      throw new AssertionError("an edge threw what Catalog.names does not declare", unexpected);
    }
  }

  @Override
  public Optional<Catalog.Product> find(String key) {
    Catalog local = findUncounted;
    long begun = CallCounter.NOT_TIMED;
    if (local == null) {
      local = this.local;
      if (local == null) {
        return findLeaving(key);
      }
      begun = findCounter.begin();
    }
    // Counted or not, it is one call, so that the JVM sees how often it is made.
    try {
      return local.find(key);
    } catch (Throwable undeclared) {
      throw findCounter.undeclared(undeclared);
    } finally {
      findCounter.end(begun);
    }
  }

  private Optional<Catalog.Product> findLeaving(String key) {
    try {
      return edge.call(new Find(key));
    } catch (RuntimeException expected) {
      throw expected;
    } catch (Exception unexpected) {
      throw new AssertionError("an edge threw what Catalog.find does not declare", unexpected);
    }
  }

  /** A call of {@code search}, which is also its request message. */
  record Search(Catalog.Query query) implements Invocation<Catalog, Catalog.Page<Catalog.Product>> {

    @Override
    public MethodDescriptor method() {
      return Catalog_Descriptor.SEARCH;
    }

    @Override
    public Catalog.Page<Catalog.Product> invoke(Catalog implementation) {
      return implementation.search(query);
    }

    @Override
    public void writeRequest(ProtoWriter request) {
      Catalog_Codec.writeSearchRequest(request, this);
    }

    @Override
    public Catalog.Page<Catalog.Product> readResponse(ProtoReader response) {
      return Catalog_Codec.readSearchResponse(response);
    }

    @Override
    public boolean declares(Throwable failure) {
      return false;
    }
  }

  /** A call of {@code names}, which is also its request message. */
  record Names(Set<Catalog.Color> colors)
      implements Invocation<Catalog, Map<Catalog.Color, List<Optional<String>>>> {

    @Override
    public MethodDescriptor method() {
      return Catalog_Descriptor.NAMES;
    }

    @Override
    public Map<Catalog.Color, List<Optional<String>>> invoke(Catalog implementation) {
      return implementation.names(colors);
    }

    @Override
    public void writeRequest(ProtoWriter request) {
      Catalog_Codec.writeNamesRequest(request, this);
    }

    @Override
    public Map<Catalog.Color, List<Optional<String>>> readResponse(ProtoReader response) {
      return Catalog_Codec.readNamesResponse(response);
    }

    @Override
    public boolean declares(Throwable failure) {
      return false;
    }
  }

  /** A call of {@code find}, which is also its request message. */
  record Find(String key) implements Invocation<Catalog, Optional<Catalog.Product>> {

    @Override
    public MethodDescriptor method() {
      return Catalog_Descriptor.FIND;
    }

    @Override
    public Optional<Catalog.Product> invoke(Catalog implementation) {
      return implementation.find(key);
    }

    @Override
    public void writeRequest(ProtoWriter request) {
      Catalog_Codec.writeFindRequest(request, this);
    }

    @Override
    public Optional<Catalog.Product> readResponse(ProtoReader response) {
      return Catalog_Codec.readFindResponse(response);
    }

    @Override
    public boolean declares(Throwable failure) {
      return false;
    }
  }
}
