using TypedExplain.Testing.Tests.Support;

namespace TypedExplain.Testing.Tests.Assertions;

/// <summary>Receipts that a model is held to.</summary>
public sealed class ReplaysTests : IDisposable
{
    private static readonly Receipt<Borrower> s_receipt = Receipt.Of(Borrowers.Lime(50)(1).Explain(Borrowers.ByIncome, Borrowers.Few[0]), Borrowers.ByIncome);

    private readonly string _folder = Directory.CreateTempSubdirectory("receipts").FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public void The_same_model_passes_and_another_is_told_by_numbers()
    {
        string file = Path.Combine(_folder, "receipt.json");
        File.WriteAllText(file, s_receipt.ToJson());
        ExplanationAssert.Replays(s_receipt, Borrowers.ByIncome, Borrowers.All);
        ExplanationAssert.Replays(file, Borrowers.ByIncome, Borrowers.All);

        string message = Assert.Throws<ExplanationAssertException>(() => ExplanationAssert.Replays(file, Borrowers.ByDebt, Borrowers.All)).Message;
        Assert.StartsWith($"The receipt {s_receipt.Id} of Borrower differs: the model answers otherwise than it did, and it is not identified: it is another model\n", message, StringComparison.Ordinal);
        Assert.Contains("features.Income.effect was ", message, StringComparison.Ordinal);
        Assert.EndsWith("\nIf the model is meant to be another one, make the receipt anew.", message, StringComparison.Ordinal);
    }

    [Fact]
    public void What_is_missing_is_said()
    {
        Assert.Contains("cannot be replayed: ", Assert.Throws<ExplanationAssertException>(() => ExplanationAssert.Replays(s_receipt, Borrowers.ByIncome)).Message, StringComparison.Ordinal);
        Assert.StartsWith($"There is no receipt {_folder}", Assert.Throws<ExplanationAssertException>(() => ExplanationAssert.Replays(Path.Combine(_folder, "none.json"), Borrowers.ByIncome)).Message, StringComparison.Ordinal);
    }
}
