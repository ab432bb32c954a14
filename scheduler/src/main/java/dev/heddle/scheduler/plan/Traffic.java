package dev.heddle.scheduler.plan;

/**
 * The calls of one component, as callee and as caller, that leave a process.
 *
 * @param calls a second
 * @param waiting seconds a second that callers wait longer for them
 */
record Traffic(double calls, double waiting) {

  static Traffic of(Problem problem, Assignment assignment, int component) {
    double calls = 0;
    for (int edge : problem.edgesOf[component]) {
      int caller = problem.from[edge];
      long from = caller == Problem.FRONT ? Hosts.HOME : assignment.at(caller);
      calls += problem.calls[edge] * Assignment.crossing(from, assignment.at(problem.to[edge]));
    }
    return new Traffic(calls, calls * problem.model.tunnelWaitSeconds());
  }

  Traffic minus(Traffic other) {
    return new Traffic(calls - other.calls, waiting - other.waiting);
  }

  /** By request where it is known how many there are, else by second. */
  String words(double requests) {
    if (requests > 0) {
      double each = calls / requests;
      String many = Amounts.count(each);
      return many
          + (many.equals("1") ? " remote call" : " remote calls")
          + " a request, "
          + Amounts.time(waiting / requests);
    }
    return Amounts.count(calls)
        + " remote calls a second, "
        + Amounts.time(waiting)
        + " of waiting";
  }
}
