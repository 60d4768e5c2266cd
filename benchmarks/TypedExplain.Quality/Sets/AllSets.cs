using Papers;
using Quickstart;

namespace TypedExplain.Quality.Sets;

/// <summary>The data sets, each with its black box; those whose files are absent are left out.</summary>
public static class AllSets
{
    private static readonly (string Name, Func<string, QualitySet?> Make)[] s_five =
    [
        ("iris", name => Class(name, IrisData.Load(), Species.Versicolor, leaf: 1)),
        ("wine", Wine),
        ("cancer", name => DataFolder.Find("breast-cancer/breast-cancer.csv") is { } path ? Class(name, TumorData.Load(path), Diagnosis.Malignant, leaf: 1) : null),
        ("support2", name => DataFolder.Find("support2/support2.csv") is { } path ? Class(name, PatientData.Load(path), Ending.Died, leaf: 4) : null),
        ("meps", Meps),
    ];

    private static readonly (string Name, Func<string, QualitySet?> Make)[] s_credit = [("generated", Generated), ("german", German)];

    /// <summary>The five of the table.</summary>
    public static IEnumerable<QualitySet> Five(Settings settings) => Made(s_five, settings);

    /// <summary>The credit records.</summary>
    public static IEnumerable<QualitySet> Credit(Settings settings) => Made(s_credit, settings);

    private static IEnumerable<QualitySet> Made((string Name, Func<string, QualitySet?> Make)[] sets, Settings settings)
    {
        foreach ((string name, Func<string, QualitySet?> make) in sets.Where(set => settings.Has(set.Name)))
        {
            Console.Error.WriteLine(name);
            if (make(name) is { } set)
                yield return set;
        }
    }

    private static QualitySet<Wine>? Wine(string name)
    {
        if (DataFolder.Find("winequality-red/winequality-red.csv") is not { } path)
            return null;
        CsvResult<Wine> read = Csv.Read<Wine>(path, new CsvOptions { Target = "quality" });
        return Amount(name, read.Rows, read.Targets, leaf: 1);
    }

    private static QualitySet<Respondent>? Meps(string name)
    {
        if (DataFolder.Find("meps19/meps19.csv") is not { } path)
            return null;
        CsvResult<Respondent> read = Csv.Read<Respondent>(path, new CsvOptions { Target = "UTILIZATION" });
        int[] some = [.. Enumerable.Range(0, read.Rows.Length).Where(row => read.Targets[row] > 0)];
        return Amount(name, some.Select(row => read.Rows[row]), some.Select(row => Math.Log(read.Targets[row])), leaf: 5);
    }

    private static QualitySet<Applicant> Generated(string name)
    {
        (Dataset<Applicant> train, Dataset<Applicant> test) = ApplicantData.Generate(1_200, Settings.DataSeed).Split(0.25, Settings.DataSeed);
        return new(name, train, test, ApplicantData.Model);
    }

    private static QualitySet<GermanApplicant>? German(string name)
    {
        if (DataFolder.Find("german/german.csv") is not { } path)
            return null;
        CsvResult<GermanApplicant> read = Csv.Read<GermanApplicant>(path, new CsvOptions { Target = "risk" });
        return Class(name, new Dataset<GermanApplicant>(read.Rows).WithLabels(read.Targets.Select(risk => risk == 1 ? Risk.Good : Risk.Bad)), Risk.Bad, leaf: 1);
    }

    private static QualitySet<T> Class<T, TLabel>(string name, Dataset<T> data, TLabel asked, int leaf)
        where T : IFeatureRecord<T>
        where TLabel : struct, Enum
    {
        (Dataset<T> train, Dataset<T> test) = data.Split(0.2, Settings.DataSeed);
        return new(name, train, test, new RandomForest<T> { MinLeafRows = leaf, Seed = Settings.DataSeed }.Train(train).Output(asked));
    }

    private static QualitySet<T> Amount<T>(string name, IEnumerable<T> rows, IEnumerable<double> targets, int leaf)
        where T : IFeatureRecord<T>
    {
        (Dataset<T> train, Dataset<T> test) = new Dataset<T>(rows).WithTarget(targets).Split(0.2, Settings.DataSeed);
        return new(name, train, test, new RandomForest<T> { MinLeafRows = leaf, Seed = Settings.DataSeed }.Train(train));
    }
}
