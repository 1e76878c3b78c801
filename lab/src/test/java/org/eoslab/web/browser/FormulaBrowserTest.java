package org.eoslab.web.browser;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.openqa.selenium.By;
import org.openqa.selenium.Keys;
import org.openqa.selenium.WebElement;
import org.openqa.selenium.support.ui.Select;

/** Play: a formula typed, its parameters and constants under the hand, and what is wrong with it at its place. */
@BrowserTest
class FormulaBrowserTest {
    private final Chromium browser;
    private final PlayPage play;

    FormulaBrowserTest(Chromium browser) {
        this.browser = browser;
        play = new PlayPage(browser);
    }

    static void write(Chromium browser, String formula) {
        browser.find("#set-formula").sendKeys(Keys.chord(Keys.CONTROL, "a"), formula);
    }

    private List<String> names(String legend) {
        return browser.all(".settings fieldset").stream()
                .filter(f -> f.findElement(By.cssSelector("legend")).getText().equals(legend))
                .flatMap(f -> f.findElements(By.cssSelector("label b")).stream())
                .map(WebElement::getText)
                .toList();
    }

    @Test
    void whatIsTypedRunsWithASliderForEachNameAndTheAddressBringsItBack() {
        play.open("preset=formula");
        Object before = play.timeline();
        write(browser, "(u*v - target)^2/2");
        browser.await("document.querySelector('#set-u') !== null");
        assertThat(names("Start")).containsExactly("target", "u", "v");
        browser.await("document.querySelector('.charts .plotbox').dataset.state === 'fresh'");
        assertThat(play.timeline()).isNotEqualTo(before);
        assertThat(browser.js("return document.activeElement.id")).isEqualTo("set-formula");

        browser.find("button[aria-label='hold target constant']").click();
        browser.await("document.querySelector('[id=\"set-constants.target\"]') !== null");
        assertThat(names("Start")).containsExactly("u", "v");
        assertThat(names("Constants")).containsExactly("target");
        browser.type("[id='set-constants.target']", "2");
        browser.type("#set-u", "3");
        browser.await("location.hash.includes('constants.target=2') && location.hash.includes('u=3')");

        String hash = String.valueOf(browser.js("return location.hash"));
        browser.go(hash);
        browser.await(PlayPage.DRAWN);
        assertThat(browser.find("#set-formula").getDomProperty("value")).isEqualTo("(u*v - target)^2/2");
        assertThat(play.field("u")).isEqualTo("3");
        assertThat(names("Constants")).containsExactly("target");
        assertThat(names("Start")).containsExactly("u", "v");
    }

    @Test
    void whatIsWrongWithAFormulaIsShownAtItsPlaceAndTheRunStays() {
        play.open("preset=formula");
        write(browser, "log(cosh(x*y)) + 3 $ x");
        browser.find(".wrong mark");
        assertThat(browser.find(".wrong mark").getText()).isEqualTo("$");
        assertThat(browser.find(".wrong span").getText())
                .contains("at character 20")
                .doesNotContain("cosh");
        assertThat(browser.find("#set-formula").getDomAttribute("aria-invalid")).isEqualTo("true");
        assertThat(names("Start")).containsExactly("x", "y");
        browser.find("#set-formula").sendKeys(Keys.BACK_SPACE, Keys.BACK_SPACE, Keys.BACK_SPACE);
        browser.await("document.querySelector('.wrong').hidden");
        browser.await("location.hash.includes('%2B+3')");
        forgetRefusals();
    }

    /** The browser logs a refusal as a failed request. */
    private void forgetRefusals() {
        browser.driver().manage().logs().get("browser");
    }

    @Test
    void aFormulaInAnAddressThatCannotBeReadIsShownWithItsPlace() {
        browser.go("#/play?model=formula&loss=(x*y&eta=0.1");
        assertThat(browser.find(".wrong").getText()).contains("at character 5");
        assertThat(browser.find("#set-formula").getDomProperty("value")).isEqualTo("(x*y");
        forgetRefusals();
    }

    @Test
    void anotherLossThanThatOfAWorkIsAFormulaWithoutItsClaims() {
        play.open("preset=subquadratic");
        browser.await("document.querySelector('.claims')?.textContent.includes('Ma.cycle')");
        write(browser, "log(cosh(x)) + y^2/2");
        browser.await("document.querySelector('#set-y') !== null");
        assertThat(browser.find("#preset").getDomProperty("value")).isEmpty();
        browser.await("!document.querySelector('.claims')?.textContent.includes('Ma.cycle')");
    }

    @Test
    void onlyWhatActsWithTheChosenOptimizerIsShown() {
        play.open("preset=factorisation");
        assertThat(browser.all("#set-momentum, #set-rho, #set-batch")).noneMatch(WebElement::isDisplayed);
        new Select(browser.find("#set-optimizer")).selectByValue("polyak");
        assertThat(browser.find("#set-momentum").isDisplayed()).isTrue();
        assertThat(browser.all("#set-rho")).noneMatch(WebElement::isDisplayed);
        browser.await("document.querySelector('.charts .plotbox').dataset.state === 'fresh'");
        new Select(browser.find("#set-optimizer")).selectByValue("sam");
        assertThat(browser.find("#set-rho").isDisplayed()).isTrue();
        assertThat(browser.all("#set-momentum")).noneMatch(WebElement::isDisplayed);
        assertThat(browser.all("#set-until")).noneMatch(WebElement::isDisplayed);
        browser.find(".fold summary").click();
        assertThat(browser.find("#set-until").isDisplayed()).isTrue();
    }

    /** What the run ended in, in words; and ηD beside ηS, which is about 2 long before it. */
    @Test
    void theEndingAndTheCurvatureAlongTheStepsAreShown() {
        play.open("preset=formula");
        assertThat(browser.find(".play .ending").getText()).startsWith("Ends in a minimum");
        assertThat(browser.find(".charts").getText()).contains("ηD (along the step)", "relative progress");
        browser.type("#set-eta", "1000");
        browser.await("!document.querySelector('.play .ending').textContent.startsWith('Ends in a minimum')");
    }
}
