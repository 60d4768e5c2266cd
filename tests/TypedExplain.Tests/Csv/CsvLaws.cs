using TypedExplain.Tests.Zoo;

namespace TypedExplain.Tests.Tables;

/// <summary>Laws over every schema of the zoo: what is written is read back, whatever the order of columns and the delimiter.</summary>
public class CsvLaws
{
    private const int Records = 100;

    [Theory]
    [MemberData(nameof(Animal.All), MemberType = typeof(Animal))]
    public void ReadingUndoesWriting(Animal animal) => animal.Obeys(new RoundTrip());

    [Theory]
    [MemberData(nameof(Animal.All), MemberType = typeof(Animal))]
    public void TheOrderOfColumnsDoesNotMatter(Animal animal) => animal.Obeys(new Reordered());

    [Theory]
    [MemberData(nameof(Animal.All), MemberType = typeof(Animal))]
    public void EveryCellIsNeeded(Animal animal) => animal.Obeys(new NoEmptyCell());

    [Theory]
    [MemberData(nameof(Animal.All), MemberType = typeof(Animal))]
    public void BadNumbersFlagsAndNamesAreRefused(Animal animal) => animal.Obeys(new NoNonsense());

    private static T[] Random<T>(int seed)
        where T : IFeatureRecord<T>
    {
        Twin<T> twin = new();
        Random random = new(seed);
        return [.. Enumerable.Range(0, Records).Select(_ => twin.Random(random))];
    }

    private static void Same<T>(T[] expected, IReadOnlyList<T> actual)
        where T : IFeatureRecord<T>
    {
        Twin<T> twin = new();
        Assert.Equal(expected.Select(twin.Values), actual.Select(twin.Values));
    }

    private sealed class RoundTrip : ILaw
    {
        public void Check<T>()
            where T : IFeatureRecord<T>
        {
            T[] records = Random<T>(21);
            foreach (char delimiter in ",;\t|")
            {
                CsvOptions options = new() { Delimiter = delimiter };
                CsvResult<T> result = CsvText.Read<T>(CsvText.Write(records, options), options);
                Same(records, result.Rows);
                Assert.Empty(result.IgnoredColumns);
            }
        }
    }

    private sealed class Reordered : ILaw
    {
        public void Check<T>()
            where T : IFeatureRecord<T>
        {
            T[] records = Random<T>(22);
            IEnumerable<string[]> reversed = CsvText.Table(CsvText.Write(records)).Select(row => row.Reverse().ToArray());
            Same(records, CsvText.Read<T>(CsvText.Join(reversed, "\r\n")).Rows);
        }
    }

    private sealed class NoEmptyCell : ILaw
    {
        public void Check<T>()
            where T : IFeatureRecord<T> => OneBadCell<T>("", "a value is missing; it must be ");
    }

    private sealed class NoNonsense : ILaw
    {
        public void Check<T>()
            where T : IFeatureRecord<T> => OneBadCell<T>("nonsense", "it must be ");
    }

    /// <summary>Each feature of one row in turn gets a bad cell: that row alone is left out, that feature named.</summary>
    private static void OneBadCell<T>(string cell, string reason)
        where T : IFeatureRecord<T>
    {
        Twin<T> twin = new();
        T[] records = Random<T>(23);
        int row = Array.FindIndex(records, record => twin.Features.Zip(twin.Values(record)).All(pair => pair.Second is not null && !(pair.First.IsMissing && (bool)pair.Second)));
        row = row < 0 ? 7 : row;
        string[][] rows = CsvText.Table(CsvText.Write(records));
        int line = 1 + rows.Take(row + 1).Sum(cells => 1 + cells.Sum(text => text.Count(symbol => symbol == '\n')));
        Feature<T>[] features = [.. T.Schema.Features.Where(feature => feature.Kind != FeatureKind.Missing)];
        for (int i = 0; i < features.Length; i++)
        {
            Feature<T> feature = features[i];
            if (feature.Categories.Contains(cell) || (cell.Length == 0 && T.Schema.IsNullable(feature)))
                continue;
            string good = rows[row + 1][i];
            rows[row + 1][i] = cell;
            CsvResult<T> result = CsvText.Read<T>(CsvText.Join(rows, "\n"), new CsvOptions { CollectErrors = true });
            rows[row + 1][i] = good;
            Assert.Equal(Records - 1, result.Rows.Length);
            CsvError error = Assert.Single(result.Errors);
            Assert.Equal((line, row + 1, feature.Name, feature.IsProtected && cell.Length > 0 ? "withheld (protected)" : cell), (error.Line, error.Row, error.Column, error.Text));
            Assert.StartsWith(reason, error.Reason);
        }
    }
}
