using TypedExplain.Onnx.Tests.Support;
using TypedExplain.Tests.Zoo;

namespace TypedExplain.Onnx.Tests.Runtime;

/// <summary>A model that does not fit is refused with what was found and what is wanted.</summary>
public class RefusalTests
{
    [Theory]
    [InlineData("linear-five-columns", "LoanApplication", "[n, 6]", "X (float [n, 5])", "Age 1, AnnualIncome 1, Housing 3, HasDefaulted 1. ", "[EncodedAs]", "Unused", "Inputs")]
    [InlineData("linear-three-rows", "X (float [3, 6])", "exactly 3 rows")]
    [InlineData("rank-three", "Output score", "[4, 1, 1]", "4 rows", "[n, k]")]
    [InlineData("sums-all-rows", "Output score", "[1, 6]", "4 rows")]
    [InlineData("two-scores", "first (float [n, 1]), second (float [n, 1])", "Output")]
    [InlineData("columns-unknown", "salary (float [n, 1])", "LoanApplication(Age, AnnualIncome, Housing, HasDefaulted)")]
    [InlineData("columns-renamed", "x0 (int64 [n, 1])")]
    [InlineData("columns-whole-income", "LoanApplication.AnnualIncome, of kind Real", "annual_income (int64 [n, 1])", "fraction")]
    [InlineData("external", "external.onnx", "external data")]
    [InlineData("future", "future.onnx", "opset")]
    public void IsRefused(string name, params string[] said)
    {
        InvalidModelException error = Assert.Throws<InvalidModelException>(() => Loans.Load(name));
        Assert.All(said, part => Assert.Contains(part, error.Message, StringComparison.Ordinal));
    }

    [Fact]
    public void CutOffAnywhereIsRefused()
    {
        byte[] whole = File.ReadAllBytes(Loans.File("tree-classifier"));
        for (int length = 0; length < whole.Length - 1; length += 1 + (length / 8))
            Assert.ThrowsAny<InvalidModelException>(() => OnnxModel<LoanApplication>.Load(whole[..length]));
    }

    [Fact]
    public void WhatIsNoModelIsRefused()
    {
        Assert.Contains("empty", Assert.Throws<InvalidModelException>(() => OnnxModel<LoanApplication>.Load(Array.Empty<byte>())).Message);
        Assert.Contains("ONNX", Assert.Throws<InvalidModelException>(() => OnnxModel<LoanApplication>.Load("age,income\n18,5"u8.ToArray())).Message);
        Assert.Throws<FileNotFoundException>(() => Loans.Load("not-there"));
    }

    [Fact]
    public void OptionsThatFitNothingAreRefused()
    {
        InvalidModelException input = Assert.Throws<InvalidModelException>(() => Loans.Load("columns", new()
        {
            Inputs = new Dictionary<Feature<LoanApplication>, string> { [LoanApplicationFeatures.Age] = "agee" },
        }));
        Assert.Contains("LoanApplication.Age the input agee", input.Message);
        Assert.Contains("Output scor", "Output " + Assert.Throws<InvalidModelException>(() => Loans.Load("linear", new() { Output = "scor" })).Message[24..]);
        InvalidModelException classes = Assert.Throws<InvalidModelException>(() => Loans.Load("mlp", new() { Classes = ["no"] }));
        Assert.Contains("1 different outputs (no)", classes.Message);
        Assert.Contains("2 numbers per row", classes.Message);
        InvalidModelException label = Assert.Throws<InvalidModelException>(() => Loans.Load("classifier", new() { Output = "label" }));
        Assert.Contains("string", label.Message);
    }

    [Fact]
    public void AFeatureWithoutInputMustBeSaidToBeUnused()
    {
        InvalidModelException error = Assert.Throws<InvalidModelException>(() => OnnxModel<TallApplicant>.Load(Loans.File("columns")));
        Assert.Contains("no input for TallApplicant.Height", error.Message);

        using OnnxModel<TallApplicant> model = OnnxModel<TallApplicant>.Load(Loans.File("columns"), new() { Unused = [TallApplicantFeatures.Height] });
        Assert.Equal(Loans.Linear(Loans.Data[0]), model.Predict(new(Loans.Data[0].Age, Loans.Data[0].AnnualIncome, Loans.Data[0].Housing, Loans.Data[0].HasDefaulted, 170)), 1e-6);
    }
}

/// <summary>A loan application with one feature more.</summary>
[FeatureRecord]
public sealed partial record TallApplicant(
    [Numeric(18, 100)] int Age,
    [Numeric(0, 500_000)] double AnnualIncome,
    [Categorical] Housing Housing,
    bool HasDefaulted,
    [Numeric(100, 250)] double Height);
