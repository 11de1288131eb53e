package dev.authgate.sample.browser;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.logging.Level;
import java.util.stream.Stream;

import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Assumptions;
import org.openqa.selenium.By;
import org.openqa.selenium.OutputType;
import org.openqa.selenium.WebDriverException;
import org.openqa.selenium.WebElement;
import org.openqa.selenium.chrome.ChromeDriver;
import org.openqa.selenium.chrome.ChromeDriverService;
import org.openqa.selenium.chrome.ChromeOptions;
import org.openqa.selenium.logging.LogEntry;
import org.openqa.selenium.logging.LogType;
import org.openqa.selenium.logging.LoggingPreferences;
import org.openqa.selenium.support.ui.WebDriverWait;

/**
 * A fresh Chromium without a window, driven over the real pages.
 * <p>
 * Where the machine has none the test is skipped, unless {@code BROWSER_REQUIRED} is set.
 */
final class Browser implements AutoCloseable {

	private static final List<String> FLAGS = List.of("--headless=new", "--no-sandbox", "--disable-gpu",
			"--disable-quic", "--no-first-run", "--disable-background-networking", "--disable-component-update",
			"--disable-sync", "--disable-dev-shm-usage", "--window-size=1000,800");

	private static final Path SCREENSHOTS = Path.of("target", "screenshots");

	private final ChromeDriver driver;

	private final String origin;

	private Browser(ChromeDriver driver, String origin) {
		this.driver = driver;
		this.origin = origin;
	}

	/**
	 * Opens a browser that has no cookies.
	 * @param port the port of the workspace
	 */
	static Browser open(int port) {
		ChromeOptions options = new ChromeOptions();
		options.setBinary(program("chromium"));
		options.addArguments(FLAGS);
		LoggingPreferences logging = new LoggingPreferences();
		logging.enable(LogType.BROWSER, Level.ALL);
		options.setCapability("goog:loggingPrefs", logging);
		ChromeDriverService service = new ChromeDriverService.Builder()
			.usingDriverExecutable(new File(program("chromedriver")))
			.build();
		ChromeDriver driver = new ChromeDriver(service, options);
		driver.manage().timeouts().pageLoadTimeout(Duration.ofSeconds(30));
		return new Browser(driver, "http://localhost:" + port);
	}

	/**
	 * Goes to a page as if its address were typed.
	 */
	Browser go(String path) {
		this.driver.get(this.origin + path);
		return this;
	}

	/**
	 * Types into the field with a label.
	 */
	Browser type(String label, String text) {
		WebElement field = this.driver.findElement(By.id(labelled(label)));
		field.clear();
		field.sendKeys(text);
		return this;
	}

	/**
	 * Ticks the box with a label.
	 */
	Browser tick(String label) {
		this.driver.findElement(By.id(labelled(label))).click();
		return this;
	}

	/**
	 * Presses the button with a text, the first if there are several, and waits for the
	 * page that follows.
	 */
	Browser press(String button) {
		Object left = born();
		click(button);
		new WebDriverWait(this.driver, Duration.ofSeconds(20), Duration.ofMillis(50)).ignoring(WebDriverException.class)
			.until((driver) -> !born().equals(left) && run("return document.readyState").equals("complete"));
		return this;
	}

	/**
	 * Presses the button with a text, and stays.
	 */
	Browser click(String button) {
		this.driver.findElement(By.xpath("//button[normalize-space()='" + button + "']")).click();
		return this;
	}

	/**
	 * Follows the link with a text.
	 */
	Browser follow(String link) {
		this.driver.findElement(By.linkText(link)).click();
		return this;
	}

	/**
	 * Waits until the page says something.
	 */
	Browser see(String text) {
		new WebDriverWait(this.driver, Duration.ofSeconds(20), Duration.ofMillis(50)).ignoring(WebDriverException.class)
			.until((driver) -> text().contains(text));
		return this;
	}

	/**
	 * Gives the path where the browser is.
	 */
	String path() {
		return this.driver.getCurrentUrl().substring(this.origin.length());
	}

	/**
	 * Gives what a reader sees.
	 */
	String text() {
		return this.driver.findElement(By.tagName("body")).getText();
	}

	/**
	 * Gives what the page says in its source.
	 */
	String source() {
		return this.driver.getPageSource();
	}

	/**
	 * Gives the cookie of a name, as the browser keeps it.
	 */
	Optional<org.openqa.selenium.Cookie> cookie(String name) {
		return Optional.ofNullable(this.driver.manage().getCookieNamed(name));
	}

	/**
	 * Forgets all cookies, as a browser does that was told so.
	 */
	Browser forget() {
		this.driver.manage().deleteAllCookies();
		return this;
	}

	/**
	 * Runs a script in the page.
	 */
	Object run(String script) {
		return Objects.requireNonNull(this.driver.executeScript(script), script);
	}

	/**
	 * Gives what the browser complains of, such as what the page's policy forbade.
	 */
	List<String> complaints() {
		return this.driver.manage()
			.logs()
			.get(LogType.BROWSER)
			.getAll()
			.stream()
			.filter((entry) -> entry.getLevel().intValue() >= Level.WARNING.intValue())
			.map(LogEntry::getMessage)
			.filter((message) -> !message.contains("/favicon.ico"))
			.toList();
	}

	/**
	 * Keeps a picture of the page with the output of the build.
	 */
	Browser keep(String name) {
		try {
			Files.createDirectories(SCREENSHOTS);
			Files.write(SCREENSHOTS.resolve(name + ".png"), this.driver.getScreenshotAs(OutputType.BYTES));
			return this;
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	@Override
	public void close() {
		this.driver.quit();
	}

	/**
	 * Tells documents apart. An element of the old one cannot: asked for while the page
	 * is being replaced it sometimes is an error of the driver's, neither stale nor
	 * there.
	 */
	private Object born() {
		return run("return performance.timeOrigin");
	}

	private String labelled(String label) {
		WebElement found = this.driver.findElement(By.xpath("//label[normalize-space()='" + label + "']"));
		return String.valueOf(found.getDomAttribute("for"));
	}

	private static String program(String name) {
		Optional<String> found = Stream.of(System.getenv().getOrDefault("PATH", "").split(File.pathSeparator))
			.map((folder) -> Path.of(folder, name))
			.filter(Files::isExecutable)
			.map(Path::toString)
			.findFirst();
		if (System.getenv("BROWSER_REQUIRED") != null) {
			Assertions.assertTrue(found.isPresent(), () -> name + " is required, and not on the path");
		}
		Assumptions.assumeTrue(found.isPresent(), () -> name + " is not on the path: install it to run this test");
		return found.orElseThrow();
	}

}
