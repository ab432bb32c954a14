package dev.heddle.cli.schema;

import dev.heddle.cli.schema.Change.Effect;
import dev.heddle.cli.schema.FieldDifference.Pair;
import dev.heddle.cli.schema.Findings.Finding;
import dev.heddle.cli.schema.Judgement.Verdict;
import dev.heddle.cli.schema.MessageComparison.Holder;
import dev.heddle.cli.schema.Schema.Component;
import dev.heddle.cli.schema.Schema.Field;
import dev.heddle.cli.schema.Schema.Method;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Compares the methods of one component. */
final class MethodComparison {
  private static final String STREAM = "stream<";

  private final Component before;
  private final Component after;
  private final Findings findings;
  private final MessageComparison messages;

  MethodComparison(Component before, Component after, Findings findings) {
    this.before = before;
    this.after = after;
    this.findings = findings;
    this.messages =
        new MessageComparison(before.messages(), after.messages(), after.type(), findings);
  }

  void compare() {
    for (Method method : before.methods()) {
      find(after, method.name()).ifPresentOrElse(now -> both(method, now), () -> removed(method));
    }
    for (Method method : after.methods()) {
      if (find(before, method.name()).isEmpty()) added(method);
    }
  }

  private void both(Method old, Method now) {
    idempotence(old, now);
    streams(now, "takes", streams(old.parameters()), streams(now.parameters()));
    streams(now, "returns", streams(old.results()), streams(now.results()));
    messages.fields(
        holder(now, Member.PARAMETER),
        Role.REQUEST,
        elements(old.parameters()),
        elements(now.parameters()));
    messages.fields(
        holder(now, Member.FIELD), Role.RESPONSE, elements(old.results()), elements(now.results()));
    exceptions(old, now);
  }

  private void streams(Method method, String verb, boolean before, boolean now) {
    if (before == now) return;
    whole(
        method,
        "stream-changed",
        verb + (now ? " a stream" : " no stream any more"),
        "Offer another method beside this one, under a new name.",
        new Effect(
            Direction.OLD_CALLER_NEW_CALLEE,
            Severity.BREAKING,
            "one message meets a stream of them: the call fails"),
        new Effect(
            Direction.NEW_CALLER_OLD_CALLEE,
            Severity.WARNING,
            "one message meets a stream of them: the call fails"));
  }

  private static boolean streams(List<Field> fields) {
    return fields.stream().anyMatch(field -> field.typeText().startsWith(STREAM));
  }

  /** The fields of one message: of a stream, an element's. */
  private static List<Field> elements(List<Field> fields) {
    return fields.stream().map(MethodComparison::element).toList();
  }

  private static Field element(Field field) {
    String type = field.typeText();
    if (!type.startsWith(STREAM)) return field;
    return new Field(
        field.number(), field.name(), type.substring(STREAM.length(), type.length() - 1));
  }

  private void exceptions(Method old, Method now) {
    FieldDifference difference = FieldDifference.of(old.exceptions(), now.exceptions());
    if (!difference.moved().isEmpty()) {
      response(
          now,
          Member.EXCEPTION.rule("renumbered"),
          "its exceptions have new numbers",
          Member.EXCEPTION.moved(),
          Member.EXCEPTION.remedyOfMoving());
    }
    for (Field field : difference.added()) {
      response(
          now,
          Member.EXCEPTION.rule("added"),
          "newly throws " + field.name(),
          new Judgement(Judgement.FINE, unknown(old)),
          Member.EXCEPTION.remedyOfAddition());
    }
    for (Field field : difference.removed()) {
      response(
          now,
          Member.EXCEPTION.rule("removed"),
          "no longer throws " + field.name(),
          new Judgement(unknown(now), Verdict.note("code that catches it is never reached")),
          Member.EXCEPTION.remedyOfRemoval());
    }
    for (Pair pair : difference.kept()) {
      messages.messages(pair.before().typeText(), pair.after().typeText(), Role.RESPONSE);
    }
  }

  /** What becomes of an exception where it is not declared. */
  private static Verdict unknown(Method reader) {
    Optional<Field> result = Optional.ofNullable(reader.result());
    return result
        .map(field -> Shape.of(field.typeText()))
        .map(
            shape ->
                shape.required()
                    ? Verdict.warning("it arrives as a failure to read the response")
                    : Verdict.breaking("it arrives as success, with the result " + shape.absent()))
        .orElse(Verdict.breaking("it arrives as success"));
  }

  private void idempotence(Method old, Method now) {
    if (!old.idempotent() || now.idempotent()) return;
    whole(
        now,
        "idempotent-removed",
        "is not @Idempotent any more",
        "Keep it, or offer another method beside this one, under a new name.",
        new Effect(
            Direction.OLD_CALLER_NEW_CALLEE,
            Severity.BREAKING,
            "callers still retry it, and it may run twice"));
  }

  private void removed(Method method) {
    Optional<Method> successor =
        after.methods().stream()
            .filter(other -> find(before, other.name()).isEmpty())
            .filter(
                other ->
                    other.parameters().equals(method.parameters())
                        && other.results().equals(method.results()))
            .findFirst();
    List<Effect> effects = new ArrayList<>();
    if (method.subscribes() != null) {
      effects.add(
          new Effect(
              Direction.STORED_DATA,
              Severity.BREAKING,
              "what the subscription has not yet received waits until it is back"));
    }
    effects.add(
        new Effect(
            Direction.OLD_CALLER_NEW_CALLEE,
            Severity.BREAKING,
            "every call is answered with UNIMPLEMENTED"));
    whole(
        method,
        "method-removed",
        successor.map(other -> "is gone; perhaps it is now " + other.name()).orElse("is gone"),
        "Keep it for as long as anyone calls it"
            + (successor.isPresent() ? ", and let it call the new one." : "."),
        effects.toArray(Effect[]::new));
  }

  private void added(Method method) {
    whole(
        method,
        "method-added",
        "is new",
        "Call it from outside only once the old revision is gone.",
        new Effect(
            Direction.NEW_CALLER_OLD_CALLEE,
            Severity.NOTE,
            "every call is answered with UNIMPLEMENTED"));
  }

  private void response(
      Method method, String rule, String change, Judgement judgement, String remedy) {
    findings.add(finding(method, rule, change, judgement, remedy), Role.RESPONSE, after.type());
  }

  private void whole(Method method, String rule, String change, String remedy, Effect... effects) {
    findings.add(
        finding(method, rule, change, Judgement.SAME, remedy), List.of(effects), after.type());
  }

  private Finding finding(
      Method method, String rule, String change, Judgement judgement, String remedy) {
    return new Finding(rule, name(method), change, judgement, after.type(), method.name(), remedy);
  }

  private Holder holder(Method method, Member kind) {
    return new Holder(name(method), after.type(), method.name(), kind);
  }

  private String name(Method method) {
    return after.component() + "." + method.name();
  }

  private static Optional<Method> find(Component component, String name) {
    return component.methods().stream().filter(each -> each.name().equals(name)).findFirst();
  }
}
