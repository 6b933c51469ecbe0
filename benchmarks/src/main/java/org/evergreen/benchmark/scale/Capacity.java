package org.evergreen.benchmark.scale;

/**
 * What a set-up can do.
 *
 * @param nodes processes of the engine
 * @param inFlight charges that a node has under way at the gateway
 * @param latencySeconds that a charge takes
 * @param nodeRenewalsPerSecond what a node does with a gateway that answers at once
 * @param databaseRenewalsPerSecond what the database does, all nodes together
 * @param gatewayChargesPerSecond the gateway's limit, for all nodes together
 * @param burst charges that the gateway takes at once after a pause
 */
record Capacity(
    int nodes,
    int inFlight,
    double latencySeconds,
    double nodeRenewalsPerSecond,
    double databaseRenewalsPerSecond,
    double gatewayChargesPerSecond,
    double burst) {

  /** Charges a second that all nodes send while the gateway sets no limit. */
  double chargesPerSecond(double renewalsPerCharge) {
    double flights = nodes * inFlight / latencySeconds;
    double work =
        Math.min(nodes * nodeRenewalsPerSecond, databaseRenewalsPerSecond) / renewalsPerCharge;
    return Math.min(flights, work);
  }

  /** What keeps it from charging faster. */
  String limit(double renewalsPerCharge) {
    double nodesAndDatabase = chargesPerSecond(renewalsPerCharge);
    if (gatewayChargesPerSecond <= nodesAndDatabase) {
      return "gateway";
    }
    if (nodes * inFlight / latencySeconds <= nodesAndDatabase) {
      return "requests in flight";
    }
    return nodes * nodeRenewalsPerSecond <= databaseRenewalsPerSecond ? "nodes" : "database";
  }
}
