package org.evergreen.broadleaf.tryout.start;

import net.bytebuddy.agent.ByteBuddyAgent;
import org.springframework.instrument.InstrumentationSavingAgent;
import org.springframework.instrument.classloading.InstrumentationLoadTimeWeaver;

/** Stands in for {@code -javaagent:spring-instrument.jar}, which merchants give to their shops. */
final class Weaving {

  private Weaving() {}

  /** Call it before a class of Broadleaf's is loaded. */
  static void install() {
    if (!InstrumentationLoadTimeWeaver.isInstrumentationAvailable()) {
      InstrumentationSavingAgent.premain("", ByteBuddyAgent.install());
    }
  }
}
