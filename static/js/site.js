// One module per behaviour; each improves what works without it.
import "./place.js";
import "./views.js";
import "./display.js";
import "./counterparts.js";
import "./quotation.js";
import "./quotation-menus.js";
import "./menus.js";
import "./suggestions.js";
import "./find.js";
import "./following.js";
import "./keys.js";
