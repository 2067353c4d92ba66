"""What others make of the same messages: Rasa's own pipelines and NLP.js."""
