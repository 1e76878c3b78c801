package org.eoslab.web.browser;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import org.eoslab.store.RunSummary;
import org.eoslab.store.StoredRun;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.openqa.selenium.By;
import org.openqa.selenium.WebElement;
import org.openqa.selenium.support.ui.Select;

/** Watch before there is a run, its form, and the list of runs that can be told apart. */
@BrowserTest
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class WatchListBrowserTest {
    private static final String STATUS = "document.querySelector('.watch .charts [role=status]').textContent";

    private final Chromium browser;

    WatchListBrowserTest(Chromium browser) {
        this.browser = browser;
    }

    @Test
    @Order(1)
    void withoutARunOneButtonStartsOne() {
        browser.go("#/watch");
        browser.button("Watch a network reach the edge (5 s)").click();
        browser.await("/^(running|finished)/.test(" + STATUS + ")");
        assertThat(browser.all(".first")).noneMatch(WebElement::isDisplayed);
        browser.button("Stop").click();
        browser.await(STATUS + ".startsWith('stopped')");
        assertThat(browser.store().list()).hasSize(1).allMatch(run -> run.name().equals("chebyshev-4"));
    }

    @Test
    @Order(2)
    void aForkShowsTheRunThatItLeftAndTheListTellsThemApart() {
        browser.go("#/watch");
        new Select(browser.find("#watch-preset")).selectByVisibleText("chebyshev-3");
        browser.type("#set-steps", "150");
        browser.button("Start").click();
        browser.await(STATUS + ".startsWith('finished · step 150 of 150')");
        browser.type("#fork-step", "100");
        browser.button("Fork").click();
        browser.await("document.querySelector('.watch .stack').innerText.includes('fork at step 100')");
        assertThat(browser.find(".watch .stack").getText()).contains("parent: chebyshev-3");
        browser.await(STATUS + ".startsWith('finished · step 150 of 150')");
        List<RunSummary> runs = browser.store().list().stream()
                .filter(run -> run.name().equals("chebyshev-3"))
                .sorted(Comparator.comparing(RunSummary::id))
                .toList();
        assertThat(runs).hasSize(2);
        // After a reload the store alone knows it.
        browser.go("#/watch?run=" + runs.get(1).id());
        browser.await("document.querySelector('.watch .stack').innerText.includes('parent: chebyshev-3')");
        browser.await("document.querySelectorAll('.livelist .spark polyline').length >= 2");
        String list = browser.find(".livelist").getText();
        for (RunSummary run : runs) {
            assertThat(list).contains("#" + run.id().substring(run.id().lastIndexOf('-') + 1));
        }
        String mark = runs.get(0).id().substring(runs.get(0).id().lastIndexOf('-') + 1);
        browser.await("document.querySelector('.livelist').innerText.includes('fork of #" + mark + " at 100')");
    }

    @Test
    @Order(3)
    void theLossOfANetworkIsKeptAtEveryStep() {
        StoredRun run = browser.store()
                .find(browser.store().list().stream()
                        .filter(r -> r.name().equals("chebyshev-3"))
                        .findFirst()
                        .orElseThrow()
                        .id());
        assertThat(Arrays.stream(run.table().column("loss")).boxed()).noneMatch(value -> value.isNaN());
        assertThat(Arrays.stream(run.table().column("sharpness")).boxed()).anyMatch(value -> value.isNaN());
    }

    @Test
    @Order(4)
    void whatIsWantedFirstComesFirstWithASentenceAndWhatDoesNotActIsNotThere() {
        browser.go("#/watch");
        new Select(browser.find("#watch-preset")).selectByVisibleText("chebyshev-4");
        List<String> first = browser.all(".watch .settings fieldset .setting").stream()
                .filter(WebElement::isDisplayed)
                .map(WebElement::getText)
                .toList();
        assertThat(first)
                .hasSizeLessThan(9)
                .anyMatch(row -> row.contains("step size"))
                .anyMatch(row -> row.contains("hidden units"))
                .noneMatch(row -> row.contains("audit") || row.contains("tolerance"));
        assertThat(browser.all(".watch .settings .setting .sentence"))
                .hasSameSizeAs(browser.all(".watch .settings .setting"));
        browser.find(".fold summary").click();
        assertThat(browser.driver().findElement(By.id("set-momentum")).isDisplayed())
                .isFalse();
        new Select(browser.find("#set-optimizer")).selectByVisibleText("adam");
        browser.await("document.querySelector('#set-momentum').checkVisibility()");
        assertThat(browser.driver().findElement(By.id("set-batch")).isDisplayed())
                .isFalse();
    }
}
