package dev.heddle.cli.schema;

import dev.heddle.cli.schema.FieldDifference.Pair;
import dev.heddle.cli.schema.Findings.Finding;
import dev.heddle.cli.schema.Judgement.Verdict;
import dev.heddle.cli.schema.Schema.Field;
import dev.heddle.cli.schema.Schema.Message;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** Compares the messages of one component or event, beginning where they are used. */
final class MessageComparison {
  /**
   * Something with numbered members.
   *
   * @param name how it is called
   * @param type the Java type where it stands
   * @param member the member of that type, empty if the type itself is meant
   */
  record Holder(String name, String type, String member, Member kind) {}

  private record Visit(String before, String after, Role role) {}

  private final Map<String, Message> before;
  private final Map<String, Message> after;
  private final String user;
  private final Findings findings;
  private final Set<Visit> visited = new HashSet<>();

  MessageComparison(List<Message> before, List<Message> after, String user, Findings findings) {
    this.before = Schema.byName(before);
    this.after = Schema.byName(after);
    this.user = user;
    this.findings = findings;
  }

  void fields(Holder holder, Role role, List<Field> old, List<Field> now) {
    FieldDifference difference = FieldDifference.of(old, now);
    moved(holder, role, difference);
    for (Field field : difference.removed()) removed(holder, role, field, now);
    for (Field field : difference.added()) added(holder, role, field);
    for (Pair pair : difference.renamed()) renamed(holder, role, pair);
    for (Pair pair : difference.kept()) types(holder, role, pair);
    for (Pair pair : difference.renamed()) types(holder, role, pair);
  }

  private void moved(Holder holder, Role role, FieldDifference difference) {
    if (difference.moved().isEmpty()) return;
    String numbers =
        difference.moved().stream()
            .map(
                pair ->
                    pair.before().name()
                        + " "
                        + pair.before().number()
                        + " -> "
                        + pair.after().number())
            .collect(Collectors.joining(", "));
    report(
        holder,
        role,
        "renumbered",
        Optional.empty(),
        "new numbers: " + numbers,
        holder.kind().moved(),
        holder.kind().remedyOfMoving());
  }

  private void removed(Holder holder, Role role, Field field, List<Field> now) {
    String successor =
        now.stream()
            .filter(other -> other.number() == field.number())
            .map(other -> "; its number " + field.number() + " is now " + other.name() + "'s")
            .findFirst()
            .orElse("");
    report(
        holder,
        role,
        "removed",
        Optional.of(field),
        "is gone" + successor,
        holder.kind().removed(field),
        holder.kind().remedyOfRemoval());
  }

  private void added(Holder holder, Role role, Field field) {
    report(
        holder,
        role,
        "added",
        Optional.of(field),
        "is new" + (field.typeText().isEmpty() ? "" : ", of type " + field.typeText()),
        holder.kind().added(field),
        holder.kind().remedyOfAddition());
  }

  private void renamed(Holder holder, Role role, Pair pair) {
    report(
        holder,
        role,
        "renamed",
        Optional.of(pair.after()),
        "was called " + pair.before().name(),
        holder.kind().renamed(),
        holder.kind().remedyOfRenaming());
  }

  private void types(Holder holder, Role role, Pair pair) {
    String old = pair.before().typeText();
    String now = pair.after().typeText();
    if (!old.equals(now) && holder.kind() != Member.SUBTYPE) {
      Judgement judgement = new TypeChange(this::element).judge(Shape.of(old), Shape.of(now));
      report(
          holder,
          role,
          "type-changed",
          Optional.of(pair.after()),
          "was of type " + old + ", is " + now,
          judgement,
          "Keep the type, and put a field of the new type at the end, or offer another method"
              + " beside this one.");
    }
    List<String> olds = Shape.of(old).elements();
    List<String> news = Shape.of(now).elements();
    if (olds.size() != news.size()) return;
    for (int i = 0; i < olds.size(); i++) messages(olds.get(i), news.get(i), role);
  }

  /** Compares two messages, where both are, and what they hold. */
  void messages(String old, String now, Role role) {
    Message was = before.get(old);
    Message is = after.get(now);
    if (was == null || is == null || !was.kind().equals(is.kind())) return;
    if (!visited.add(new Visit(old, now, role))) return;
    Holder holder = new Holder(is.name(), is.type(), "", Member.of(is));
    if (!old.equals(now) && !is.kind().equals("wrapper")) {
      report(
          holder,
          role,
          "renamed",
          Optional.empty(),
          "was called " + old,
          Member.FIELD.renamed(),
          "Keep the old name, or tell those who generate code from the .proto.");
    }
    fields(holder, role, was.fields(), is.fields());
  }

  /** What an element becomes; what messages hold is compared on its own. */
  private Judgement element(String old, String now) {
    Message was = before.get(old);
    Message is = after.get(now);
    if (was == null && is == null) return LeafChange.judge(old, now);
    if (was != null && is != null && was.kind().equals(is.kind())) return Judgement.SAME;
    return Judgement.both(
        Verdict.breaking(
            describe(was, old)
                + " and "
                + describe(is, now)
                + " are written in different ways: it is refused or misread"));
  }

  private static String describe(@org.jspecify.annotations.Nullable Message message, String name) {
    return message == null ? "a " + name : "the " + message.kind() + " " + name;
  }

  private void report(
      Holder holder,
      Role role,
      String change,
      Optional<Field> field,
      String text,
      Judgement judgement,
      String remedy) {
    String name = field.map(Field::name).orElse("");
    String member = holder.member().isEmpty() ? name : holder.member();
    Finding finding =
        new Finding(
            field.isPresent() || change.equals("renumbered")
                ? holder.kind().rule(change)
                : "message-" + change,
            holder.name()
                + (name.isEmpty()
                    ? ""
                    : holder.kind() == Member.PARAMETER ? "(" + name + ")" : "." + name),
            text,
            judgement,
            holder.type(),
            member,
            remedy);
    findings.add(finding, role, user);
  }
}
