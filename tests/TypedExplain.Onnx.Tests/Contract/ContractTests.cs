using TypedExplain.Onnx.Tests.Support;
using TypedExplain.Tests.Zoo;

namespace TypedExplain.Onnx.Tests.Contract;

/// <summary>What the generator writes for a file loads that file, with its names.</summary>
public class ContractTests
{
    [Fact]
    public void ScoresAreThoseOfTheFile()
    {
        using OnnxModel<LoanApplication> model = Credit.Load(Loans.File("zipmap"));
        Assert.Equal([Credit.Outputs.Bad, Credit.Outputs.Fair, Credit.Outputs.Good], model.Outputs.AsEnumerable());
        foreach (LoanApplication loan in Loans.Data.Rows.Take(20))
        {
            double[] expected = Loans.Classifier(loan);
            Credit.Scores scores = Credit.Scores.Of(model, loan);
            Assert.Equal(expected[0], scores.Bad, 1e-5);
            Assert.Equal(expected[1], scores.Fair, 1e-5);
            Assert.Equal(expected[2], scores.Good, 1e-5);
        }
    }

    [Fact]
    public void AScoreIsExplainedByItsName()
    {
        using OnnxModel<LoanApplication> model = Credit.Load(Loans.File("zipmap"));
        Explanation<LoanApplication> explanation = new Linex<LoanApplication> { Neighborhood = new GaussianNeighborhood<LoanApplication> { Background = Loans.Data } }
            .Explain(model.Output(Credit.Outputs.Good), Loans.Data[0]);
        Assert.Equal(Credit.Scores.Of(model, Loans.Data[0]).Good, explanation.Prediction, 1e-9);
    }

    [Fact]
    public void WhatTheModelDoesNotLookAtIsLeftOut()
    {
        using OnnxModel<Runtime.TallApplicant> model = OfTallApplicants.Load(Loans.File("columns"));
        LoanApplication loan = Loans.Data[0];
        Assert.Equal(Loans.Linear(loan), model.Predict(new(loan.Age, loan.AnnualIncome, loan.Housing, loan.HasDefaulted, 170)), 1e-6);
    }

    [Fact]
    public void OneInputPerFeature()
    {
        using OnnxModel<LoanApplication> model = ByColumns.Load(Loans.File("columns"));
        Assert.Equal("columns.onnx", ByColumns.File);
        Assert.Equal(Loans.Load("columns").Outputs.AsEnumerable(), model.Outputs.AsEnumerable());
    }
}

/// <summary>A model with one matrix input and its classes by name.</summary>
[OnnxModel<LoanApplication>("zipmap.onnx", Columns = ["Age", "AnnualIncome", "Housing", "HasDefaulted"])]
internal sealed partial class Credit;

/// <summary>A model with one input per feature.</summary>
[OnnxModel<LoanApplication>("columns.onnx")]
internal sealed partial class ByColumns;

/// <summary>A model that has no input for one feature of its record.</summary>
[OnnxModel<Runtime.TallApplicant>("columns.onnx", Unused = [nameof(Runtime.TallApplicant.Height)])]
internal sealed partial class OfTallApplicants;
