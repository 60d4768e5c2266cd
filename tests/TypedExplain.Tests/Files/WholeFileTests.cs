using TypedExplain.Files;
using TypedExplain.Media;

namespace TypedExplain.Tests.Files;

/// <summary>A file is written whole or not at all: where writing fails, what was there before is as it was.</summary>
public sealed class WholeFileTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("typedexplain-files-").FullName;

    private string PathOf(string name) => Path.Combine(_folder, name);

    [Fact]
    public void A_write_that_fails_leaves_the_old_file()
    {
        string path = PathOf("model.bin");
        File.WriteAllText(path, "old");

        Assert.Throws<IOException>(() => WholeFile.Write(path, stream =>
        {
            stream.Write("new, but the disk is f"u8);
            throw new IOException("No space left on device.");
        }));
        Assert.Equal("old", File.ReadAllText(path));
        Assert.Equal([path], Directory.GetFiles(_folder));
    }

    [Fact]
    public void The_old_file_is_whole_until_the_new_one_is()
    {
        // Whoever reads, or a process that is killed, in the middle of writing.
        string path = PathOf("model.bin");
        File.WriteAllText(path, "old");
        WholeFile.Write(path, stream =>
        {
            stream.Write("new"u8);
            stream.Flush();
            Assert.Equal("old", File.ReadAllText(path));
        });

        Assert.Equal("new", File.ReadAllText(path));
        Assert.Equal([path], Directory.GetFiles(_folder));
    }

    [Fact]
    public void A_folder_that_is_not_there_and_one_of_the_files_name()
    {
        Assert.Throws<DirectoryNotFoundException>(() => WholeFile.Write(PathOf("none/model.bin"), _ => { }));
        Directory.CreateDirectory(PathOf("folder"));
        Assert.ThrowsAny<Exception>(() => WholeFile.Write(PathOf("folder"), stream => stream.Write("new"u8)));
        Assert.True(Directory.Exists(PathOf("folder")));
        Assert.Empty(Directory.GetFiles(_folder));
    }

    [Fact]
    public void A_link_stays_one_and_its_file_gets_the_content_and_keeps_its_rights()
    {
        if (OperatingSystem.IsWindows())
            return;
        string file = PathOf("file.bin"), link = PathOf("link.bin"), dangling = PathOf("dangling.bin");
        File.WriteAllText(file, "old");
        File.SetUnixFileMode(file, UnixFileMode.UserRead | UnixFileMode.UserWrite);
        File.CreateSymbolicLink(link, file);
        File.CreateSymbolicLink(dangling, PathOf("later.bin"));
        WholeFile.Write(link, stream => stream.Write("new"u8));
        WholeFile.Write(dangling, stream => stream.Write("later"u8));

        Assert.Equal(("new", file), (File.ReadAllText(file), new FileInfo(link).LinkTarget));
        Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite, File.GetUnixFileMode(file));
        Assert.Equal("later", File.ReadAllText(PathOf("later.bin")));
        WholeFile.Write("/dev/null", stream => stream.Write("gone"u8));
        Assert.Equal("", File.ReadAllText("/dev/null"));
    }

    [Fact]
    public void Records_that_fail_midway_leave_the_old_table()
    {
        string path = PathOf("rows.csv");
        TypedExplain.Csv.Write(path, [new House(1)]);
        string before = File.ReadAllText(path);

        Assert.Throws<InvalidOperationException>(() => TypedExplain.Csv.Write(path, Failing()));
        Assert.Equal(before, File.ReadAllText(path));
        Assert.Equal([path], Directory.GetFiles(_folder));

        static IEnumerable<House> Failing()
        {
            yield return new House(2);
            throw new InvalidOperationException("The database went away.");
        }
    }

    [Fact]
    public void Vectors_are_replaced_whole()
    {
        string path = PathOf("vectors.bin");
        new Word2Vec(["a"], [1]).Save(path);
        byte[] before = File.ReadAllBytes(path);

        Assert.Throws<InvalidModelException>(() => new Word2Vec(["\ud800"], [1]).Save(path));
        Assert.Equal(before, File.ReadAllBytes(path));
        new Word2Vec(["b"], [2]).Save(path);
        Assert.Equal(["b"], Word2Vec.Load(path).Words.AsEnumerable());
    }

    public void Dispose() => Directory.Delete(_folder, recursive: true);
}

/// <summary>A record to write.</summary>
[FeatureRecord]
public partial record House(double Size);
