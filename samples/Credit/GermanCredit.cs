using System.Globalization;

namespace Credit;

/// <summary>The German credit data (Statlog, UCI), with a good risk as 1 and a bad one as 0.</summary>
public static class GermanCredit
{
    /// <summary>Reads german.csv.</summary>
    /// <param name="file">The file.</param>
    public static Dataset<CreditApplication> Read(string file)
    {
        string[][] rows = [.. File.ReadLines(file).Skip(1).Select(line => line.Split(','))];
        return new Dataset<CreditApplication>(rows.Select(Application)).WithTarget(rows.Select(row => row[20] == "1" ? 1.0 : 0.0));
    }

    // checking,duration,history,purpose,amount,savings,employment,rate,status,debtors,residence,property,age,installments,housing,
    // credits,job,liable,telephone,foreign,risk
    private static CreditApplication Application(string[] row) => new(
        Age: Number(row[12]),
        Male: row[8] is not ("A92" or "A95"),
        Single: row[8] is "A93" or "A95",
        ForeignWorker: row[19] == "A201",
        YearsAtResidence: Number(row[10]),
        LiablePersons: Number(row[17]),
        Housing: (Housing)(Number(row[14][^1..]) - 1),
        Job: (Job)(Number(row[16][^1..]) - 1),
        EmployedAYear: row[6] is "A73" or "A74" or "A75",
        Amount: Number(row[4]) switch { <= 1000 => AmountBand.UpTo1000, <= 2000 => AmountBand.UpTo2000, <= 5000 => AmountBand.UpTo5000, <= 10_000 => AmountBand.UpTo10000, _ => AmountBand.Above10000 },
        Duration: Number(row[1]) switch { <= 6 => DurationBand.UpTo6Months, < 12 => DurationBand.Below1Year, < 24 => DurationBand.Below2Years, < 36 => DurationBand.Below3Years, _ => DurationBand.Longer },
        Rate: Number(row[7]),
        HasGuarantor: row[9] == "A103",
        Purpose: row[3] switch { "A49" => Purpose.Business, "A46" or "A48" => Purpose.Education, "A40" or "A41" => Purpose.Car, "A42" or "A43" or "A44" or "A45" => Purpose.Household, _ => Purpose.Other },
        NoHistory: row[2] == "A30",
        Late: row[2] == "A33",
        Delinquent: row[2] == "A34",
        BankInstallments: row[13] == "A141",
        StoreInstallments: row[13] == "A142",
        Checking: row[0] switch { "A14" => Checking.None, "A11" => Checking.Overdrawn, _ => Checking.InCredit },
        Savings: row[5] switch { "A65" => Savings.None, "A61" => Savings.Below100, _ => Savings.AtLeast100 });

    private static int Number(string text) => int.Parse(text, CultureInfo.InvariantCulture);
}
