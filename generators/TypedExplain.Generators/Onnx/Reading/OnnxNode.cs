namespace TypedExplain.Generators.Onnx.Reading;

/// <summary>One operation of a graph, and the names that it knows.</summary>
/// <param name="Operator">Which one: "LabelEncoder".</param>
/// <param name="Inputs">What it reads.</param>
/// <param name="Outputs">What it makes.</param>
/// <param name="Classes">The classes that it tells apart; none of most.</param>
/// <param name="Categories">The categories of its input that it knows; none of most.</param>
internal sealed record OnnxNode(string Operator, List<string> Inputs, List<string> Outputs, List<string> Classes, List<string> Categories);
