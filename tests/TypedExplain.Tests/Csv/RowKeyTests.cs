namespace TypedExplain.Tests.Tables;

/// <summary>What a row is known by is read and written, in records of every shape.</summary>
public class RowKeyTests
{
    private static readonly Guid s_id = new("3f2504e0-4f89-41d3-9a0c-0305e82c3301");

    [Fact]
    public void APositionalRecord()
    {
        KeyedByText[] rows = [new("A-1", 1), new("NA", 2), new(" 7 ", 3)];
        Assert.Equal("Id,Value\nA-1,1\nNA,2\n\" 7 \",3\n", CsvText.Write(rows));
        Assert.Equal(rows, CsvText.Read<KeyedByText>(CsvText.Write(rows)).Rows);
        Assert.Equal(new KeyedByText("x", 4), CsvText.Read<KeyedByText>("value,note,ID\n4,lost,x").Rows[0]);
    }

    [Fact]
    public void AKeyThatMayBeMissing()
    {
        PerhapsKeyed[] rows = [new(1) { Id = "a" }, new(2)];
        Assert.Equal("Id,Value\na,1\n\"\",2\n", CsvText.Write(rows));
        Assert.Equal(rows, CsvText.Read<PerhapsKeyed>(CsvText.Write(rows)).Rows);
    }

    [Fact]
    public void ClassesAndStructs()
    {
        KeyedByNumber number = CsvText.Read<KeyedByNumber>("Number,Value,Words\n12.0,0.5,so so").Rows[0];
        Assert.Equal((12, 0.5, "so so"), (number.Number, number.Value, number.Words));
        Assert.Equal("Number,Value,Words\n12,0.5,so so\n", CsvText.Write([number]));

        KeyedByLong large = CsvText.Read<KeyedByLong>("Number,Value\n9223372036854775807,1").Rows[0];
        Assert.Equal((long.MaxValue, 1.0), (large.Number, large.Value));
        Assert.Equal("Number,Value\n9223372036854775807,1\n", CsvText.Write([large]));

        KeyedByGuid guid = CsvText.Read<KeyedByGuid>($"Value,Id\n1,{s_id:N}").Rows[0];
        Assert.Equal((s_id, 1.0), (guid.Id, guid.Value));
        Assert.Equal($"Id,Value\n{s_id},1\n", CsvText.Write([guid]));

        KeyedByDate date = CsvText.Read<KeyedByDate>("Value,Day\n1,2024-05-31").Rows[0];
        Assert.Equal(new KeyedByDate(1, new(2024, 5, 31)), date);
        Assert.Equal("Day,Value\n2024-05-31,1\n", CsvText.Write([date]));
    }

    [Fact]
    public void BadKeysAreReported()
    {
        Assert.EndsWith("line 2, row 1: Id is \"\"; a value is missing; it must be a text that is not empty.", CsvText.Refusal<KeyedByText>("Id,Value\n,1"));
        Assert.EndsWith("line 2, row 1: Number is \"9223372036854775808\"; it must be a whole number, -9223372036854775808 to 9223372036854775807.", CsvText.Refusal<KeyedByLong>("Number,Value\n9223372036854775808,1"));
        Assert.EndsWith("line 2, row 1: Number is \"1.5\"; it must be a whole number, -2147483648 to 2147483647.", CsvText.Refusal<KeyedByNumber>("Number,Value,Words\n1.5,1,x"));
        Assert.EndsWith("line 2, row 1: Number is \"7\\u0000\"; it has a NUL character (U+0000); it must be a whole number, -2147483648 to 2147483647.", CsvText.Refusal<KeyedByNumber>("Number,Value,Words\n7\0,1,x"));
        Assert.EndsWith("line 2, row 1: Id is \"7\"; it must be an identifier such as 3f2504e0-4f89-41d3-9a0c-0305e82c3301.", CsvText.Refusal<KeyedByGuid>("Id,Value\n7,1"));
        Assert.EndsWith("line 2, row 1: Day is \"05/31/2024\"; it must be a date such as 2024-05-31.", CsvText.Refusal<KeyedByDate>("Day,Value\n05/31/2024,1"));
        Assert.Equal("The CSV text has no column for Id; it has Value.", CsvText.Refusal<KeyedByText>("Value\n1"));
    }

    [Fact]
    public void KeysThatNoRowCouldHoldAreNotWritten()
    {
        Assert.Equal("Row 2: KeyedByText.Id is missing; it must be a text that is not empty.", Refusal<KeyedByText>(new("a", 1), new("", 1)));
        Assert.Equal("Row 1: KeyedByText.Id is missing; it must be a text that is not empty.", Refusal<KeyedByText>(new KeyedByText(null!, 1)));
        Assert.Equal("Row 1: KeyedByText.Id is a text with half of a surrogate pair; it must be well-formed Unicode.", Refusal<KeyedByText>(new KeyedByText("\uD83D", 1)));
        Assert.Contains("Target is id, which is the row key KeyedByText.Id", Assert.Throws<InvalidOptionException>(() => CsvText.Read<KeyedByText>("Id,Value\n1,1", new CsvOptions { Target = "id" })).Message);

        static string Refusal<T>(params T[] rows)
            where T : IFeatureRecord<T> => Assert.Throws<InvalidFeatureException>(() => CsvText.Write(rows)).Message;
    }

    [Fact]
    public void WithATarget()
    {
        CsvOptions options = new() { Target = "y" };
        Dataset<KeyedByText> rows = new Dataset<KeyedByText>([new("a", 1), new("b", 2)]).WithTarget([5, 6]);
        Assert.Equal("Id,Value,y\na,1,5\nb,2,6\n", CsvText.Write(rows, options));
        Assert.Equal(rows.Rows.ToArray(), CsvText.Read<KeyedByText>("y,Value,Id\n5,1,a\n6,2,b", options).ToDataset().Rows.ToArray());
    }

    [Fact]
    public void TheKeyOfARecordAsText()
    {
        Assert.Equal("a", KeyOf<KeyedByText>()!.TextOf(new("a", 1)));
        Assert.Equal("Id", KeyOf<KeyedByText>()!.Name);
        Assert.Null(KeyOf<PerhapsKeyed>()!.TextOf(new(1)));
        Assert.Null(KeyOf<Flower>());

        static RowKey<T>? KeyOf<T>()
            where T : IFeatureRecord<T> => T.RowKey;
    }
}
