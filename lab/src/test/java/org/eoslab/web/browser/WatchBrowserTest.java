package org.eoslab.web.browser;

import static org.assertj.core.api.Assertions.assertThat;

import org.eoslab.store.RunSummary;
import org.junit.jupiter.api.Test;

/** Watch: a run from its start to its end, forked, and another one stopped and resumed. */
@BrowserTest
class WatchBrowserTest {
    private static final String STATUS = "document.querySelector('.watch .charts [role=status]').textContent";
    private final Chromium browser;

    WatchBrowserTest(Chromium browser) {
        this.browser = browser;
    }

    private void start(String steps) {
        browser.go("#/watch");
        browser.type("#set-steps", steps);
        browser.button("Start").click();
    }

    @Test
    void aLiveRunToItsEndAndAFork() {
        start("4000");
        browser.await(STATUS + ".startsWith('finished · step 4\u2009000 of 4\u2009000')");
        assertThat(browser.store().list()).hasSize(1);
        RunSummary first = browser.store().list().get(0);
        assertThat(first.status()).isEqualTo(RunSummary.Status.FINISHED);

        browser.type("#fork-step", "1500");
        browser.type("#fork-eta", "2.5");
        browser.button("Fork").click();
        browser.await("document.querySelector('.watch h2').textContent.includes('2.5')");
        browser.await(STATUS + ".startsWith('finished')");
        RunSummary fork = browser.store().list().stream()
                .filter(run -> !run.id().equals(first.id()))
                .findFirst()
                .orElseThrow();
        assertThat(fork.settings()).contains("\"eta\":2.5");
        assertThat(browser.store()
                        .find(fork.id())
                        .document()
                        .path("forkOf")
                        .path("step")
                        .asLong())
                .isEqualTo(1500);
        assertThat(browser.store().find(fork.id()).table().get("step", 0)).isEqualTo(1500);
    }

    @Test
    void aRunIsStoppedAndResumed() {
        start("9000000");
        browser.await(STATUS + ".startsWith('running · step ') && !" + STATUS + ".startsWith('running · step 0 ')");
        browser.button("Stop").click();
        browser.await(STATUS + ".startsWith('stopped')");
        browser.button("Resume").click();
        browser.await(STATUS + ".startsWith('running')");
        browser.button("Stop").click();
        browser.await(STATUS + ".startsWith('stopped')");
    }
}
