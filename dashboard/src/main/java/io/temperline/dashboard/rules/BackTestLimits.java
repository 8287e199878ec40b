package io.temperline.dashboard.rules;

import io.micronaut.context.annotation.ConfigurationProperties;
import io.micronaut.core.bind.annotation.Bindable;
import jakarta.validation.constraints.Positive;
import java.time.Duration;

/**
 * What a back-test may cost.
 *
 * @param mostWindows how many windows it may judge
 * @param within how long it may take
 */
@ConfigurationProperties("dashboard.rules.backtest")
record BackTestLimits(
    @Positive @Bindable(defaultValue = "5000000") long mostWindows,
    @Bindable(defaultValue = "60s") Duration within) {}
