using Microsoft.ML.Data;
using TypedExplain.ML.Tests.Support;

namespace TypedExplain.ML.Tests.MLNet;

/// <summary>A loan as users of ML.NET write it by hand.</summary>
public sealed class LoanRow
{
    public float Age { get; set; }

    public float Balance { get; set; }

    public float Debt { get; set; }

    public string Housing { get; set; } = "";

    public bool HasDefaulted { get; set; }

    public float Number { get; set; }

    public bool Flag { get; set; }

    public string Kind { get; set; } = "";

    public static LoanRow Of(Loan loan)
    {
        double worth = Loans.Worth(loan);
        return new()
        {
            Age = loan.Age,
            Balance = (float)loan.Balance,
            Debt = (float)(loan.Debt ?? double.NaN),
            Housing = loan.Housing.ToString(),
            HasDefaulted = loan.HasDefaulted,
            Number = (float)worth,
            Flag = worth > 2,
            Kind = worth < 1.2 ? "low" : worth < 2.4 ? "middle" : "high",
        };
    }
}

/// <summary>What ML.NET answers with.</summary>
public sealed class LoanAnswer
{
    public float Score { get; set; }

    public float Probability { get; set; }
}

/// <summary>What ML.NET answers with for several classes.</summary>
public sealed class LoanClasses
{
    [VectorType]
    public float[] Score { get; set; } = [];
}
