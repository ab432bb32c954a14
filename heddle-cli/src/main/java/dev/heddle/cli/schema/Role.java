package dev.heddle.cli.schema;

/** Where a message is used, which says who writes and who reads it. */
enum Role {
  REQUEST(Direction.OLD_CALLER_NEW_CALLEE, Direction.NEW_CALLER_OLD_CALLEE),
  RESPONSE(Direction.NEW_CALLER_OLD_CALLEE, Direction.OLD_CALLER_NEW_CALLEE),
  EVENT(Direction.STORED_DATA, Direction.STORED_DATA_AFTER_ROLLBACK);

  /** When the new version reads what the old one wrote. */
  final Direction forward;

  /** When the old version reads what the new one wrote. */
  final Direction backward;

  Role(Direction forward, Direction backward) {
    this.forward = forward;
    this.backward = backward;
  }
}
