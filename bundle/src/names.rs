//! The names by which a script and its module know each other.

use std::collections::HashMap;
use std::convert::Infallible;

use wasm_encoder::reencode::{Error, Reencode};
use wasm_encoder::{ExportSection, ImportSection, Module};
use wasmparser::{Export, Imports, Parser};

use crate::failure::Failure;

/// How the names begin that wasm-bindgen gives. Others are the program's or the splitter's, and more than one module
/// reads them.
const GIVEN: [&str; 4] = ["__wbg_", "__wbindgen_", "__externref_", "wasm_bindgen__"];

/// Gives each import and export of wasm-bindgen's a short name, in the script and in the module. Its own end in a hash, and
/// what is random cannot be compressed: they were a hundredth of what the first visit fetches.
///
/// # Errors
///
/// A sentence, when `module` is not WebAssembly.
pub(crate) fn shorten(script: &mut Vec<u8>, module: &mut Vec<u8>) -> Result<(), Failure> {
    let mut names = Names::default();
    let mut shorter = Module::new();
    names
        .parse_core_module(&mut shorter, Parser::new(0), module)
        .map_err(|error| Failure::new(format!("A module cannot be read: {error}.")))?;
    *module = shorter.finish();
    *script = names
        .in_script(&String::from_utf8_lossy(script))
        .into_bytes();
    Ok(())
}

/// Short names, numbered in the order in which the module has them.
#[derive(Default)]
struct Names(HashMap<String, String>);

impl Names {
    fn short(&mut self, name: &str) -> String {
        if !GIVEN.iter().any(|beginning| name.starts_with(beginning)) {
            return name.to_owned();
        }
        let number = self.0.len();
        let short = self.0.entry(name.to_owned());
        short.or_insert_with(|| format!("${number:x}")).clone()
    }

    fn in_script(&self, script: &str) -> String {
        let is_in_name =
            |letter: char| letter.is_ascii_alphanumeric() || matches!(letter, '_' | '$');
        let mut out = String::with_capacity(script.len());
        let mut rest = script;
        while let Some(start) = rest.find(is_in_name) {
            let (between, after) = rest.split_at(start);
            let end = after.find(|letter| !is_in_name(letter));
            let (name, after) = after.split_at(end.unwrap_or(after.len()));
            out.push_str(between);
            out.push_str(self.0.get(name).map_or(name, String::as_str));
            rest = after;
        }
        out.push_str(rest);
        out
    }
}

impl Reencode for Names {
    type Error = Infallible;

    fn parse_imports(
        &mut self,
        section: &mut ImportSection,
        imports: Imports<'_>,
    ) -> Result<(), Error<Infallible>> {
        for import in imports {
            let (_, import) = import?;
            let kind = self.entity_type(import.ty)?;
            section.import(import.module, &self.short(import.name), kind);
        }
        Ok(())
    }

    fn parse_export(
        &mut self,
        exports: &mut ExportSection,
        export: Export<'_>,
    ) -> Result<(), Error<Infallible>> {
        let kind = self.export_kind(export.kind)?;
        exports.export(&self.short(export.name), kind, export.index);
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use wasm_encoder::{EntityType, ExportKind, MemorySection, MemoryType, TypeSection};

    use super::*;

    /// A module that imports functions and exports its first one and a memory.
    fn module(imported: &[&str], exported: &str) -> Vec<u8> {
        let mut types = TypeSection::new();
        types.ty().function([], []);
        let mut imports = ImportSection::new();
        for name in imported {
            imports.import("./a_bg.js", name, EntityType::Function(0));
        }
        let mut memories = MemorySection::new();
        memories.memory(MemoryType {
            minimum: 1,
            maximum: None,
            memory64: false,
            shared: false,
            page_size_log2: None,
        });
        let mut exports = ExportSection::new();
        exports.export(exported, ExportKind::Func, 0);
        exports.export("memory", ExportKind::Memory, 0);
        let mut module = Module::new();
        module
            .section(&types)
            .section(&imports)
            .section(&memories)
            .section(&exports);
        module.finish()
    }

    #[test]
    fn script_and_module_get_the_same_short_names() {
        let mut wasm = module(
            &["__wbg_b_0123", "__wbg_a_4567", "start"],
            "__wbindgen_malloc",
        );
        let mut script = b"{ __wbg_a_4567: function() { wasm.__wbindgen_malloc(wasm.memory); }, __wbg_b_0123: f, __wbg_b_01: g, start: h }".to_vec();
        shorten(&mut script, &mut wasm).expect("it is WebAssembly");
        assert_eq!(
            String::from_utf8_lossy(&script),
            "{ $1: function() { wasm.$2(wasm.memory); }, $0: f, __wbg_b_01: g, start: h }"
        );
        assert_eq!(wasm, module(&["$0", "$1", "start"], "$2"));
    }

    #[test]
    fn what_is_no_module_is_said_to_be_none() {
        assert!(shorten(&mut Vec::new(), &mut b"not WebAssembly".to_vec()).is_err());
    }
}
