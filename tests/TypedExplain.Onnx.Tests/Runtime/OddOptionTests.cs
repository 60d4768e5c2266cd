using TypedExplain.Onnx.Tests.Support;
using TypedExplain.Tests.Support;
using TypedExplain.Tests.Zoo;
using Xunit.Abstractions;

namespace TypedExplain.Onnx.Tests.Runtime;

/// <summary>Whatever an option is set to, the model is loaded or the option is refused by name.</summary>
public class OddOptionTests(ITestOutputHelper output)
{
    [Fact]
    public void Odd_options_are_refused_by_name()
    {
        (string line, IReadOnlyList<string> wrong) = OddOptions.Sweep(
            static () => new OnnxOptions<LoanApplication>(),
            static (options, _) => Loans.Load("tree-classifier", (OnnxOptions<LoanApplication>)options).Dispose());

        output.WriteLine(line);
        Assert.True(wrong.Count == 0, $"{line}\n{string.Join('\n', wrong)}");
    }
}
