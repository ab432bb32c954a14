package dev.heddle.scheduler.plan;

/**
 * How many processors processes are to use, and those of one machine together. Immutable: the
 * arrays are not changed.
 *
 * @param machineOf by process, the number of its machine
 * @param ofProcess by process
 * @param ofMachine by machine
 */
@SuppressWarnings("ArrayRecordComponent") // never compared, and read in the innermost loop
record Capacities(int[] machineOf, double[] ofProcess, double[] ofMachine) {

  /** A share of what there is. */
  static Capacities of(Hosts hosts, double share) {
    int[] machineOf = hosts.machines();
    double[] ofProcess = new double[machineOf.length];
    double[] ofMachine = new double[machineOf.length];
    for (int i = 0; i < machineOf.length; i++) {
      ofProcess[i] = share * hosts.process(i).processors();
      ofMachine[machineOf[i]] = Math.max(ofMachine[machineOf[i]], ofProcess[i]);
    }
    return new Capacities(machineOf, ofProcess, ofMachine);
  }

  /** The same, but for what is used already, never less than that. */
  Capacities atLeast(double[] use) {
    double[] process = ofProcess.clone();
    double[] used = new double[ofMachine.length];
    for (int i = 0; i < process.length; i++) {
      process[i] = Math.max(process[i], use[i]);
      used[machineOf[i]] += use[i];
    }
    double[] machine = ofMachine.clone();
    for (int i = 0; i < machine.length; i++) machine[i] = Math.max(machine[i], used[i]);
    return new Capacities(machineOf, process, machine);
  }

  /** Processors used beyond these. */
  double beyond(double[] use) {
    double beyond = 0;
    double[] machine = new double[ofMachine.length];
    for (int i = 0; i < use.length; i++) {
      double here = Math.max(0, use[i] - ofProcess[i]);
      beyond += here;
      machine[machineOf[i]] += use[i] - here;
    }
    for (int i = 0; i < machine.length; i++) beyond += Math.max(0, machine[i] - ofMachine[i]);
    return beyond < 1e-9 ? 0 : beyond;
  }
}
