package org.evergreen.demo.chaos;

import java.util.List;
import org.evergreen.payment.Charge;
import org.evergreen.payment.ChargeListener;
import org.evergreen.payment.ChargePurpose;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/** The kill points in and after the transaction that settles charges of renewals. */
final class SettlementWatch implements ChargeListener {

  private final KillPoints kill;

  SettlementWatch(KillPoints kill) {
    this.kill = kill;
  }

  @Override
  public void settled(List<Charge> charges) {
    if (charges.stream().noneMatch(charge -> charge.purpose() == ChargePurpose.RENEWAL)) {
      return;
    }
    kill.pass(Step.SETTLING);
    TransactionSynchronizationManager.registerSynchronization(
        new TransactionSynchronization() {
          @Override
          public void beforeCommit(boolean readOnly) {
            kill.pass(Step.NOTICE_QUEUED);
          }

          @Override
          public void afterCommit() {
            kill.pass(Step.SETTLED);
          }
        });
  }
}
