namespace TypedExplain;

/// <summary>
/// Marks a partial class as the model in an ONNX file, which scores records of type <typeparamref name="T"/>. While the
/// project is compiled, the generator reads the model's inputs and outputs, reports where the record differs from them,
/// and gives the class the names of both.
/// </summary>
/// <typeparam name="T">The record, declared in the same project.</typeparam>
/// <param name="file">
/// The file, one of the project's <c>AdditionalFiles</c>: its name, or the end of its path where several have that name.
/// </param>
[AttributeUsage(AttributeTargets.Class, Inherited = false)]
public sealed class OnnxModelAttribute<T>(string file) : Attribute
{
    /// <summary>Which of the project's <c>AdditionalFiles</c> is the model: its name, or the end of its path.</summary>
    public string File { get; } = file;

    /// <summary>The output that holds the scores; by default the only one of numbers with a fraction, or of those the only one whose name speaks of probability.</summary>
    public string? Output { get; set; }

    /// <summary>Properties of the record that the model has no input for and does not look at: <c>Unused = [nameof(Loan.Gender)]</c>. None by default: a property without an input is an error.</summary>
    public string[] Unused { get; set; } = [];

    /// <summary>
    /// The names of the columns of the model's only input, in their order, where the file does not tell them: the record is held
    /// to them. A one-hot category has a column per name, such as "Housing_Rent", or its own name once.
    /// </summary>
    public string[] Columns { get; set; } = [];

    /// <summary>The names of the scores, in their order; by default the classes that the model tells, or else the output's name.</summary>
    public string[] Classes { get; set; } = [];
}
