import { render } from "preact";
import { App } from "./app";
import { readStory } from "./story";

const story = readStory(document.getElementById("story")!.textContent!);
render(<App story={story} />, document.getElementById("app")!);
