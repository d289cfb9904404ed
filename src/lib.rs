pub mod data;
pub mod i18n;
