package dev.heddle.cli.schema;

import dev.heddle.cli.schema.Judgement.Verdict;
import dev.heddle.cli.schema.Schema.Field;

/** What the numbered members of something are, and what becomes of them when they change. */
enum Member {
  PARAMETER("parameter", "parameters", "Put new parameters at the end"),
  FIELD("field", "fields", "Put new components at the end"),
  CONSTANT("constant", "constants", "Put new constants at the end"),
  SUBTYPE("subtype", "subtypes", "Name new types at the end of 'permits'"),
  EXCEPTION("exception", "exceptions", "Name new exceptions at the end of 'throws'");

  /** How one is called. */
  final String word;

  private final String words;
  private final String placing;

  Member(String word, String words, String placing) {
    this.word = word;
    this.words = words;
    this.placing = placing;
  }

  String rule(String change) {
    return word + "-" + change;
  }

  static Member of(Schema.Message message) {
    return switch (message.kind()) {
      case "enum" -> CONSTANT;
      case "sealed" -> SUBTYPE;
      default -> FIELD;
    };
  }

  Judgement added(Field field) {
    return switch (this) {
      case PARAMETER, FIELD -> {
        Shape shape = Shape.of(field.typeText());
        yield new Judgement(
            shape.required()
                ? Verdict.breaking("it is missing there, and a message without it is refused")
                : Verdict.note("it is missing there, and is read as " + shape.absent()),
            Judgement.FINE);
      }
      case CONSTANT, SUBTYPE ->
          new Judgement(
              Judgement.FINE,
              Verdict.warning("it is not known there, and is refused when it comes"));
      case EXCEPTION -> throw new IllegalStateException("what it does depends on the result");
    };
  }

  Judgement removed(Field field) {
    return switch (this) {
      case PARAMETER, FIELD -> {
        Shape shape = Shape.of(field.typeText());
        yield new Judgement(
            Verdict.breaking("what is sent in it is passed over"),
            Verdict.breaking(
                shape.required()
                    ? "a message without it is refused"
                    : "it is missing, and is read as " + shape.absent()));
      }
      case CONSTANT, SUBTYPE ->
          new Judgement(
              Verdict.breaking("it is not known any more, and is refused"), Judgement.FINE);
      case EXCEPTION -> throw new IllegalStateException("what it does depends on the result");
    };
  }

  Judgement moved() {
    return Judgement.both(
        Verdict.breaking(
            "numbers say which of the " + words + " is meant: it is read as another, or refused"));
  }

  Judgement renamed() {
    return Judgement.both(
        Verdict.warning(
            "the bytes are the same; code generated from the .proto, and JSON, name it differently"));
  }

  String remedyOfMoving() {
    return "Numbers are positions. " + placing + ", and leave the others in their order.";
  }

  String remedyOfRemoval() {
    return switch (this) {
      case PARAMETER, FIELD ->
          "Keep it at its place for as long as anyone sends or reads it, or offer another method"
              + " beside this one.";
      case CONSTANT -> "Keep it at its place, marked @Deprecated, for as long as anyone sends it.";
      case SUBTYPE -> "Keep it at its place for as long as anyone sends it.";
      case EXCEPTION -> "Keep declaring it while the old version may still answer.";
    };
  }

  String remedyOfAddition() {
    return switch (this) {
      case PARAMETER, FIELD ->
          "Make it an Optional, which is empty where it is missing, or offer another method beside"
              + " this one.";
      case CONSTANT, SUBTYPE ->
          "Send it only once every reader knows it, or offer another method beside this one.";
      case EXCEPTION ->
          "Throw it undeclared, which arrives as a ComponentException, or offer another method"
              + " beside this one.";
    };
  }

  String remedyOfRenaming() {
    return "Keep the old name, or tell those who generate code from the .proto.";
  }
}
