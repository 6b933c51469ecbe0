package org.evergreen.broadleaf.persistence;

import java.util.Objects;
import org.springframework.orm.jpa.JpaTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionCallback;
import org.springframework.transaction.support.TransactionSynchronizationManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Work in a transaction and an entity manager of its own, whatever the caller has open. What is
 * rolled back here takes nothing of the caller's with it: neither his transaction nor the entities
 * of the request that his page is about to show.
 */
public class Apart {

  private final JpaTransactionManager manager;
  private final TransactionTemplate transactions;

  public Apart(JpaTransactionManager manager) {
    this.manager = manager;
    this.transactions = new TransactionTemplate(manager);
    this.transactions.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW);
  }

  /** Runs the work and commits it, unless it throws or asks for a rollback. */
  public <T> T call(TransactionCallback<T> work) {
    if (TransactionSynchronizationManager.isActualTransactionActive()) {
      return transactions.execute(work);
    }
    Object factory = Objects.requireNonNull(manager.getEntityManagerFactory());
    Object ofTheRequest = TransactionSynchronizationManager.unbindResourceIfPossible(factory);
    try {
      return transactions.execute(work);
    } finally {
      if (ofTheRequest != null) {
        TransactionSynchronizationManager.bindResource(factory, ofTheRequest);
      }
    }
  }
}
