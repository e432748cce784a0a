# Comparisons by another grouping than the technique, computed with R's survival and lme4, written apart from reference.R. The keys are those of `smp metrics --json --by BY`.
# Usage: Rscript by.R DATA_DIR AS_OF BY [CLINIC] > expected.json      BY: pigment, practitioner, skin-type, clinic; with CLINIC that clinic's clients only
suppressMessages({library(survival); library(lme4); library(jsonlite)})
arg <- commandArgs(TRUE); as_of <- as.Date(arg[2]); by <- arg[3]
name <- c(pigment = "pigment_brand", practitioner = "practitioner", "skin-type" = "skin_type", clinic = "clinic")[[by]]
rd <- function(n) { d <- read.csv(file.path(arg[1], paste0(n, ".csv")), colClasses = "character", na.strings = ""); for (v in grep("_on$", names(d), value = TRUE)) d[[v]] <- as.Date(d[[v]]); d }
tr <- merge(rd("treatments"), rd("clients"), by = "client_id"); tr <- tr[!is.na(tr$completed_on) & tr$completed_on <= as_of & tr$started_on <= as_of, ]
if (length(arg) > 3) tr <- tr[tr$clinic_id == arg[4], ]
tr <- tr[order(tr$treatment_id), ]; row.names(tr) <- tr$treatment_id
tu <- rd("touch_ups"); tu <- tu[tu$performed_on <= as_of & tu$treatment_id %in% tr$treatment_id, ]; tu <- tu[order(tu$treatment_id, tu$performed_on, tu$touch_up_id), ]
tu <- tu[!duplicated(tu[c("treatment_id", "performed_on")]), ]
# the pigment brand of most completed sessions, mixed on a tie
se <- merge(rd("sessions"), rd("pigments"), by = "pigment_id"); se <- se[se$status == "completed" & se$performed_on <= as_of, ]
brand <- tapply(se$brand, se$treatment_id, function(b) { n <- table(b); w <- names(n)[n == max(n)]; if (length(w) > 1) "mixed" else w })
tr$group <- switch(by, pigment = unname(brand[tr$treatment_id]), practitioner = tr$practitioner_id, "skin-type" = tr$skin_type, clinic = tr$clinic_id)
for (v in c("group", "sun_exposure", "skin_oiliness")) tr[[v]][is.na(tr[[v]])] <- "unknown"
usual <- function(x) { n <- table(x); names(n)[order(-n, names(n))][1] }
fac <- function(x, first = usual(x)) factor(x, c(first, setdiff(sort(unique(x), method = "radix"), first)))
all_four <- function(d, of = d) { d$group <- fac(d$group, usual(of$group)); d$technique <- fac(d$technique_id, usual(of$technique_id)); d$sun_exposure <- fac(d$sun_exposure, "low"); d$skin_oiliness <- fac(d$skin_oiliness, "normal"); d }
key <- function(n) sub("^(technique|sun_exposure|skin_oiliness)", "\\1=", sub("^group", paste0(name, "="), n))

# --- time to touch-up
first <- tu[!duplicated(tu$treatment_id), ]; row.names(first) <- first$treatment_id; d <- tr; f <- first[d$treatment_id, ]
d$stop <- pmin(as_of, d$follow_up_ended_on, f$performed_on, na.rm = TRUE); d$years <- as.numeric(d$stop - d$completed_on) / 365.25
d$event <- as.integer(!is.na(f$performed_on) & f$performed_on == d$stop & f$reason %in% c("fade", "colour-shift")); d <- all_four(d)
test <- function(s) { df <- sum(rowSums(cbind(s$exp)) > 0) - 1; list(chi_squared = s$chisq, df = df, p = pchisq(s$chisq, df, lower.tail = FALSE)) }
out <- list(log_rank = test(survdiff(Surv(years, event) ~ group, data = d)))
strata <- by != "clinic" && length(unique(d$clinic_id)) > 1
if (strata) out$log_rank$stratified_by_clinic <- test(survdiff(Surv(years, event) ~ group + strata(clinic_id), data = d))
tight <- coxph.control(eps = 1e-11, toler.chol = 1e-13, iter.max = 50)
cox <- function(f) { m <- summary(f); list(null_log_likelihood = f$loglik[1], log_likelihood = f$loglik[2], terms = setNames(lapply(seq_along(coef(f)), function(i) { c <- m$coefficients[i, ]; ci <- m$conf.int[i, ]
  if (is.na(c[1]) || abs(c[1]) > 15) NA else list(coef = c[[1]], hazard_ratio = c[[2]], std_error = c[[3]], z = c[[4]], p = c[[5]], lower = ci[[3]], upper = ci[[4]]) }), key(names(coef(f))))) }
with <- Filter(function(v) nlevels(d[[v]]) > 1, c("group", "technique", "sun_exposure", "skin_oiliness"))
rhs <- paste(with, collapse = " + "); if (strata) rhs <- paste(rhs, "+ strata(clinic_id)")
adjusted <- coxph(as.formula(paste("Surv(years, event) ~", rhs)), data = d, ties = "efron", control = tight); z <- cox.zph(adjusted, transform = "km", terms = TRUE)$table
out$cox <- list(reference = levels(d$group)[1], unadjusted = cox(coxph(Surv(years, event) ~ group, data = d, ties = "efron", control = tight)), adjusted = cox(adjusted),
                proportional_hazards = setNames(lapply(seq_len(nrow(z)), function(i) list(chi_squared = z[i, 1], df = z[i, 2], p = z[i, 3])), sub("^group$", name, tolower(rownames(z)))))
for (dist in c("weibull", "lognormal", "loglogistic")) { w <- survreg(Surv(years, event) ~ group, data = d[d$years > 0, ], dist = dist, control = survreg.control(rel.tolerance = 1e-12, maxiter = 100))
  out[[dist]] <- list(intercept = coef(w)[[1]], scale = w$scale, log_likelihood = w$loglik[2], aic = 2 * (length(coef(w)) + 1) - 2 * w$loglik[2], terms = as.list(setNames(coef(w)[-1], key(names(coef(w))[-1])))) }

# --- fade of first epochs
a <- rd("assessments"); a <- a[a$assessed_on <= as_of & a$treatment_id %in% tr$treatment_id, ]; a <- a[order(a$assessment_id), ]; o <- tr[a$treatment_id, ]; end <- pmin(first[a$treatment_id, "performed_on"], o$follow_up_ended_on, na.rm = TRUE)
a <- cbind(a, o[c("client_id", "group", "technique_id", "sun_exposure", "skin_oiliness")]); a$t <- as.numeric(a$assessed_on - o$completed_on - 28) / 365.25; a$y <- log(as.numeric(a$contrast))
a <- a[a$t >= 0 & (is.na(end) | a$assessed_on <= end), ]; a <- a[!duplicated(a[c("treatment_id", "method", "assessed_on")]), ]
best <- tapply(a$method, a$treatment_id, function(m) { n <- table(factor(m, c("colorimetry", "photo", "visual"))); if (max(n) < 2) NA else names(n)[which.max(n)] }); a <- a[!is.na(best[a$treatment_id]) & a$method == best[a$treatment_id], ]
tight <- lmerControl(optimizer = "bobyqa", optCtrl = list(rhoend = 1e-11, maxfun = 1e6), check.conv.singular = "ignore", check.conv.grad = "ignore", check.conv.hess = "ignore")
fit <- function(rhs, d) { if (length(unique(d$method)) > 1) rhs <- paste("method +", rhs); lmer(as.formula(paste("y ~", rhs, "+ (t | treatment_id)")), data = d, REML = TRUE, control = tight) }
base <- function(f, d) { v <- as.data.frame(VarCorr(f)); j <- which(names(fixef(f)) == "t"); list(units = length(unique(d$treatment_id)), readings = nrow(d), clients = length(unique(d$client_id)), sd_intercept = v$sdcor[1], sd_slope = v$sdcor[2], correlation = v$sdcor[3], sd_residual = v$sdcor[4],
  smallest_real_change = 1 - exp(-qnorm(.975) * sqrt(2) * v$sdcor[4]), reml_criterion = as.numeric(REMLcrit(f)), slope = fixef(f)[[j]], slope_std_error = sqrt(vcov(f)[j, j])) }
groups <- function(d) { u <- length(unique(d$treatment_id)); if (u < 10 || nrow(d) <= 2 * u) NULL else { b <- base(fit("t", d), d); b$fade_per_year <- 1 - exp(b$slope); b } }
out$fade <- lapply(split(a, a$group), groups)
u <- a[!duplicated(a$treatment_id), ]; a <- all_four(a, u); with <- Filter(function(v) nlevels(a[[v]]) > 1, c("group", "technique", "sun_exposure", "skin_oiliness"))
f <- fit(paste(c("t", with, paste0("t:", with)), collapse = " + "), a); b <- fixef(f); V <- as.matrix(vcov(f)); j <- grep("^t:", names(b))
out$fade$adjusted <- c(base(f, a), list(terms = setNames(lapply(j, function(q) list(slope = b[[q]], std_error = sqrt(V[q, q]))), key(sub("^t:", "", names(b)[j])))))
l <- levels(a$group); at <- match(paste0("t:group", l), names(b)); L <- t(sapply(at, function(q) { x <- numeric(length(b)); if (!is.na(q)) x[q] <- 1; x })); pr <- combn(order(l, method = "radix"), 2, simplify = FALSE)
dif <- sapply(pr, function(q) sum((L[q[1], ] - L[q[2], ]) * b)); s <- sapply(pr, function(q) { x <- L[q[1], ] - L[q[2], ]; sqrt(drop(x %*% V %*% x)) }); p <- 2 * pt(-abs(dif / s), nrow(u) - 1)
out$fade$adjusted$pairs <- data.frame(a = sapply(pr, function(q) l[q[1]]), b = sapply(pr, function(q) l[q[2]]), slope_difference = dif, std_error = s, p = p, holm = p.adjust(p, "holm"))

# --- satisfaction; of a practitioner a survey sent after a touch-up is the touch-up's
sv <- rd("surveys"); sv <- sv[sv$treatment_id %in% tr$treatment_id & sv$sent_on <= as_of, ]; sv$group <- tr[sv$treatment_id, "group"]
if (by == "practitioner") for (i in seq_len(nrow(sv))) { b4 <- tu[tu$treatment_id == sv$treatment_id[i] & tu$performed_on < sv$sent_on[i], ]; if (nrow(b4)) sv$group[i] <- b4$practitioner_id[nrow(b4)] }
back <- sv[!is.na(sv$responded_on) & sv$responded_on <= as_of, ]
out$satisfaction <- lapply(split(sv, sv$group), function(d) { r <- back[back$survey_id %in% d$survey_id, ]; list(sent = nrow(d), responded = nrow(r), mean = mean(as.numeric(r$satisfaction), na.rm = TRUE)) })
rs <- back[!is.na(back$satisfaction), ]; rs$x <- as.numeric(rs$satisfaction); kw <- kruskal.test(rs$x, factor(rs$group)); out$kruskal_wallis <- list(h = kw$statistic[[1]], df = kw$parameter[[1]], p = kw$p.value)
g <- sort(unique(rs$group), method = "radix"); pr <- combn(g, 2, simplify = FALSE); of <- function(k) rs$x[rs$group == k]; p <- sapply(pr, function(q) wilcox.test(of(q[1]), of(q[2]), exact = FALSE, correct = TRUE)$p.value)
out$mann_whitney <- data.frame(a = sapply(pr, `[`, 1), b = sapply(pr, `[`, 2), p = p, holm = p.adjust(p, "holm"), cliffs_delta = sapply(pr, function(q) mean(sign(outer(of(q[1]), of(q[2]), "-")))))
cat(toJSON(out, auto_unbox = TRUE, digits = NA, pretty = TRUE, na = "null", null = "null"), "\n")
