//! What is said of an event: announced, listed, and the difference between the two.

use crate::data::DisplayCurrency;
use crate::data::words::{bounded, rate};
use crate::i18n::{LaterMessage, Locale, Message, format};
use crate::query::{AnnouncedAmount, Bullet, Difference, Statement, Totals};
use crate::ui::figures::coverage;

/// A number or an amount, announced and listed.
pub(super) struct Line {
    /// What is compared.
    pub(super) measure: LaterMessage,
    /// What was announced, and what qualifies it.
    pub(super) announced: Vec<String>,
    /// What is listed, and what qualifies it.
    pub(super) listed: Vec<String>,
    /// The difference, and what explains it.
    pub(super) difference: Vec<String>,
    /// The difference as a bar; `None` where nothing can be compared.
    pub(super) bullet: Option<Bullet>,
}

/// The number of projects.
pub(super) fn projects_line(statement: &Statement<'_>, listed: &Totals, locale: Locale) -> Line {
    let say = |message: LaterMessage| message.text(locale).into_owned();
    let mut announced = vec![statement.projects.map_or_else(
        || say(LaterMessage::NotAnnounced),
        |projects| {
            let number = format::count(u64::from(projects));
            bounded(statement.projects_bound, number, locale)
        },
    )];
    if let Some(on_site) = statement.on_site_projects {
        let number = say(LaterMessage::from(Message::ProjectCount(u64::from(
            on_site,
        ))));
        announced.push(say(LaterMessage::OnSite(number)));
    }
    Line {
        measure: Message::KpiProjects.into(),
        announced,
        listed: vec![format::count(u64::from(listed.projects))],
        difference: vec![if listed.projects == 0 {
            say(LaterMessage::NoneListed)
        } else {
            number_difference(statement, locale).unwrap_or_else(|| format::NO_NUMBER.to_owned())
        }],
        bullet: statement.projects_bullet(listed),
    }
}

/// The amount.
pub(super) fn amount_line(
    statement: &Statement<'_>,
    listed: &Totals,
    currency: DisplayCurrency,
    locale: Locale,
) -> Line {
    let mut announced = statement.amount.map_or_else(
        || vec![LaterMessage::NotAnnounced.text(locale).into_owned()],
        |amount| announced_amount(amount, currency, locale),
    );
    if let Some(amount) = statement.on_site_amount {
        let written = converted_or_stated(amount, currency, locale);
        announced.push(LaterMessage::OnSite(written).text(locale).into_owned());
    }
    Line {
        measure: LaterMessage::ColumnAmount,
        announced,
        listed: listed_amount(listed, currency, locale),
        difference: amount_difference(statement, listed, currency, locale),
        bullet: statement.amount_bullet(listed),
    }
}

fn announced_amount(
    amount: AnnouncedAmount,
    currency: DisplayCurrency,
    locale: Locale,
) -> Vec<String> {
    let written = converted_or_stated(amount, currency, locale);
    let mut lines = vec![bounded(amount.stated.bound, written, locale)];
    if let Some(conversion) = &amount.conversion
        && let Some(year) = conversion.year
    {
        let at_rate = LaterMessage::AmountAtRate {
            stated: stated(amount, locale),
            rate: rate(conversion, locale),
            year,
        };
        lines.push(at_rate.text(locale).into_owned());
    }
    lines
}

fn converted_or_stated(
    amount: AnnouncedAmount,
    currency: DisplayCurrency,
    locale: Locale,
) -> String {
    amount.amount.map_or_else(
        || stated(amount, locale),
        |converted| format::money(converted, currency.code(), locale),
    )
}

fn stated(amount: AnnouncedAmount, locale: Locale) -> String {
    let stated = amount.stated;
    format::money(
        stated.value * stated.unit.scale,
        stated.unit.currency.code(),
        locale,
    )
}

/// The sum with its coverage; a dash where no project is listed.
fn listed_amount(listed: &Totals, currency: DisplayCurrency, locale: Locale) -> Vec<String> {
    if listed.projects == 0 {
        return vec![format::NO_NUMBER.to_owned()];
    }
    let sum = if listed.disclosed > 0 {
        format::money(listed.amount, currency.code(), locale)
    } else if listed.undisclosed() > 0 {
        Message::NoAmount.text(locale).into_owned()
    } else {
        format::NO_NUMBER.to_owned()
    };
    let mut lines = vec![sum];
    lines.extend(coverage(listed, locale));
    lines
}

/// Listed projects against the announced number; `None` where none was announced.
fn number_difference(statement: &Statement<'_>, locale: Locale) -> Option<String> {
    let written = |number: u32, bound| {
        let projects = Message::ProjectCount(u64::from(number));
        bounded(bound, projects.text(locale).into_owned(), locale)
    };
    let message = match statement.projects_difference {
        Difference::Unknown => return None,
        Difference::Met => LaterMessage::AsManyListed,
        Difference::Short(number, bound) => LaterMessage::NotListed(written(number, bound)),
        Difference::Over(number, bound) => LaterMessage::MoreListed(written(number, bound)),
    };
    Some(message.text(locale).into_owned())
}

/// The difference where there is one to tell, how many projects it may lie in, and what is in no sum.
fn amount_difference(
    statement: &Statement<'_>,
    listed: &Totals,
    currency: DisplayCurrency,
    locale: Locale,
) -> Vec<String> {
    let written = |amount, bound| {
        let amount = format::money(amount, currency.code(), locale);
        bounded(bound, amount, locale)
    };
    let say = |message: LaterMessage| message.text(locale).into_owned();
    let difference = match statement.amount_difference {
        Difference::Unknown => statement.amount.map(|_| LaterMessage::NotComparable),
        Difference::Met => Some(LaterMessage::AmountMet),
        Difference::Short(amount, bound) => {
            Some(LaterMessage::AmountMissing(written(amount, bound)))
        }
        Difference::Over(amount, bound) => Some(LaterMessage::MoreListed(written(amount, bound))),
    };
    let mut lines: Vec<String> = difference.map(say).into_iter().collect();
    if listed.projects > 0 {
        if !lines.is_empty() {
            lines.extend(number_difference(statement, locale));
        }
        if listed.undisclosed() > 0 {
            let without = u64::from(listed.undisclosed());
            lines.push(say(LaterMessage::ListedWithoutAmount(without)));
        }
        if listed.unconverted > 0 {
            let unconverted = u64::from(listed.unconverted);
            lines.push(say(LaterMessage::from(Message::UnconvertedCount(
                unconverted,
            ))));
        }
    }
    if lines.is_empty() {
        lines.push(format::NO_NUMBER.to_owned());
    }
    lines
}
