package dev.heddle.scheduler.plan;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;

/** Gathers the components that are to be in the same processes. */
final class Groups {
  private final List<ComponentSpecification> components;
  private final Domain[] domains;
  private final Hosts hosts;
  private final int[] parent;
  private final Map<String, Integer> numbers = new HashMap<>();

  private Groups(List<ComponentSpecification> components, Domain[] domains, Hosts hosts) {
    this.components = components;
    this.domains = domains.clone();
    this.hosts = hosts;
    parent = new int[domains.length];
    for (int i = 0; i < parent.length; i++) {
      parent[i] = i;
      numbers.put(components.get(i).name(), i);
    }
  }

  /**
   * In the order of their first members.
   *
   * @param unmet is given what cannot be had
   */
  static List<Group> of(
      List<ComponentSpecification> components, Domain[] domains, Hosts hosts, List<Unmet> unmet) {
    Groups groups = new Groups(components, domains, hosts);
    for (int i = 0; i < domains.length; i++) {
      for (String other : new TreeSet<>(components.get(i).together())) groups.join(i, other, unmet);
    }
    return groups.all();
  }

  private void join(int one, String name, List<Unmet> unmet) {
    int other = numbers.getOrDefault(name, one);
    int first = root(Math.min(one, other));
    int second = root(Math.max(one, other));
    if (first == second) return;
    if (!domains[first].meets(domains[second])) {
      refuse(one, name, "one may be " + words(one) + ", the other " + words(other), unmet);
    } else if (apart(first, second)) {
      refuse(one, name, "some of them are to be in no process with one another", unmet);
    } else {
      parent[second] = first;
      domains[first] = both(domains[first], domains[second]);
    }
  }

  /** Whether each of them is outside of the sandbox at home is left to them. */
  private static Domain both(Domain one, Domain other) {
    boolean home = one.home() && other.home();
    return new Domain(home, home, one.replicas() & other.replicas());
  }

  private String words(int component) {
    return domains[root(component)].words(hosts);
  }

  private void refuse(int one, String other, String why, List<Unmet> unmet) {
    String name = components.get(one).name();
    String words = name + " is to be in the processes of " + other + ", but " + why;
    unmet.add(new Unmet(Unmet.Kind.TOGETHER, name, other, words));
  }

  private boolean apart(int first, int second) {
    List<Integer> ones = members(first);
    List<Integer> others = members(second);
    return ones.stream()
        .anyMatch(one -> others.stream().anyMatch(other -> named(one, other) || named(other, one)));
  }

  private boolean named(int one, int other) {
    return components.get(one).apart().contains(components.get(other).name());
  }

  private List<Integer> members(int root) {
    List<Integer> members = new ArrayList<>();
    for (int i = 0; i < parent.length; i++) if (root(i) == root) members.add(i);
    return members;
  }

  private int root(int component) {
    int root = component;
    while (parent[root] != root) root = parent[root];
    return root;
  }

  private List<Group> all() {
    Map<Integer, List<Integer>> members = new LinkedHashMap<>();
    for (int i = 0; i < parent.length; i++) {
      members.computeIfAbsent(root(i), _ -> new ArrayList<>()).add(i);
    }
    return members.entrySet().stream()
        .map(each -> group(domains[each.getKey()], each.getValue()))
        .toList();
  }

  private Group group(Domain domain, List<Integer> members) {
    int most =
        members.stream()
            .mapToInt(member -> components.get(member).maxReplicas())
            .filter(bound -> bound > 0)
            .min()
            .orElse(Situation.MOST_REPLICAS);
    int[] numbers = members.stream().mapToInt(Integer::intValue).toArray();
    Arrays.sort(numbers);
    return new Group(numbers, domain.home(), domain.replicas(), most);
  }
}
