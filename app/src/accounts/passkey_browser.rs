//! What a browser does with passkeys (Web Authentication Level 3): JSON in, JSON out.

use wasm_bindgen::prelude::*;

#[wasm_bindgen]
extern "C" {
    #[wasm_bindgen(catch, js_namespace = JSON, js_name = parse)]
    fn parse(text: &str) -> Result<JsValue, JsValue>;
    #[wasm_bindgen(catch, js_namespace = JSON, js_name = stringify)]
    fn stringify(value: &JsValue) -> Result<JsValue, JsValue>;
    #[wasm_bindgen(catch, js_namespace = PublicKeyCredential, js_name = parseCreationOptionsFromJSON)]
    fn creation_options(json: &JsValue) -> Result<JsValue, JsValue>;
    #[wasm_bindgen(catch, js_namespace = PublicKeyCredential, js_name = parseRequestOptionsFromJSON)]
    fn request_options(json: &JsValue) -> Result<JsValue, JsValue>;
    #[wasm_bindgen(catch, js_namespace = Object, js_name = fromEntries)]
    fn from_entries(entries: Vec<JsValue>) -> Result<JsValue, JsValue>;
    #[wasm_bindgen(catch, js_namespace = ["navigator", "credentials"], js_name = create)]
    async fn create(options: &JsValue) -> Result<JsValue, JsValue>;
    #[wasm_bindgen(catch, js_namespace = ["navigator", "credentials"], js_name = get)]
    async fn get(options: &JsValue) -> Result<JsValue, JsValue>;
    #[wasm_bindgen(js_namespace = Array, js_name = of)]
    fn pair(key: &str, value: &JsValue) -> JsValue;
}

/// Has a new passkey made; none when the person or the browser would not.
pub(super) async fn make(question: &str) -> Option<String> {
    let options = creation_options(&parse(question).ok()?).ok()?;
    answer(create(&wrapped(&options)?).await.ok()?)
}

/// Has a passkey answer; none when the person or the browser would not.
pub(super) async fn ask(question: &str) -> Option<String> {
    let options = request_options(&parse(question).ok()?).ok()?;
    answer(get(&wrapped(&options)?).await.ok()?)
}

fn wrapped(options: &JsValue) -> Option<JsValue> {
    from_entries(vec![pair("publicKey", options)]).ok()
}

fn answer(credential: JsValue) -> Option<String> {
    stringify(&credential).ok()?.as_string()
}
