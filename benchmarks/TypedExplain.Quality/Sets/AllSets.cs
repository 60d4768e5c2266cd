using Papers;
using Quickstart;

namespace TypedExplain.Quality.Sets;

/// <summary>The data sets, each with a forest of the library as its black box; those whose files are absent are left out.</summary>
public static class AllSets
{
    public static IEnumerable<QualitySet> Five(bool quick)
    {
        yield return Iris();
        if (quick)
            yield break;
        if (DataFolder.Find("winequality-red/winequality-red.csv") is { } wine)
            yield return Amount("wine", Csv.Read<Wine>(wine, new CsvOptions { Target = "quality" }).Rows, Csv.Read<Wine>(wine, new CsvOptions { Target = "quality" }).Targets, leaf: 1);
        if (DataFolder.Find("breast-cancer/breast-cancer.csv") is { } cancer)
            yield return Class("cancer", TumorData.Load(cancer), Diagnosis.Malignant, leaf: 1);
        if (DataFolder.Find("support2/support2.csv") is { } patients)
            yield return Class("support2", PatientData.Load(patients), Ending.Died, leaf: 4);
        if (DataFolder.Find("meps19/meps19.csv") is { } persons)
        {
            CsvResult<Respondent> read = Csv.Read<Respondent>(persons, new CsvOptions { Target = "UTILIZATION" });
            int[] some = [.. Enumerable.Range(0, read.Rows.Length).Where(row => read.Targets[row] > 0)];
            yield return Amount("MEPS", some.Select(row => read.Rows[row]), some.Select(row => Math.Log(read.Targets[row])), leaf: 5);
        }
    }

    public static IEnumerable<QualitySet> Credit(bool quick)
    {
        Dataset<Applicant> generated = ApplicantData.Generate(1_200, Settings.DataSeed);
        (Dataset<Applicant> train, Dataset<Applicant> test) = generated.Split(0.25, Settings.DataSeed);
        yield return new QualitySet<Applicant>("generated", train, test, ApplicantData.Model);
        if (!quick && DataFolder.Find("german/german.csv") is { } german)
        {
            CsvResult<GermanApplicant> read = Csv.Read<GermanApplicant>(german, new CsvOptions { Target = "risk" });
            yield return Class("German credit", new Dataset<GermanApplicant>(read.Rows).WithLabels(read.Targets.Select(risk => risk == 1 ? Risk.Good : Risk.Bad)), Risk.Bad, leaf: 1);
        }
    }

    private static QualitySet<Iris> Iris() => Class("iris", IrisData.Load(), Species.Versicolor, leaf: 1);

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
