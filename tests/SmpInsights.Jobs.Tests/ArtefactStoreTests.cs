using SmpInsights.Jobs.Runs;
using SmpInsights.Reporting;

namespace SmpInsights.Jobs.Tests;

public sealed class ArtefactStoreTests : IDisposable
{
    private readonly DataFolder _folder = new(Directory.CreateTempSubdirectory("smp-store-").FullName);

    public void Dispose() => Directory.Delete(_folder.Root, recursive: true);

    private string Published(int revision, params Artefact[] files)
    {
        var store = new ArtefactStore(_folder);
        var target = _folder.Revision("monthly-clinic", "C", string.Empty, "2026-06", revision);
        store.Publish(store.Stage("run-1", files), target);
        return target;
    }

    [Fact]
    public void A_published_revision_is_whole_in_place_and_leaves_no_staging()
    {
        var manifest = new Manifest("monthly-clinic", "C", "2026-06", 1, new DateOnly(2026, 6, 30), "1", "h", [], [new ManifestArtefact("charts/a.svg", ArtefactStore.Sha256([1, 2]))]);
        var target = Published(1, new("charts/a.svg", [1, 2]), new(Manifest.FileName, manifest.ToBytes()));
        Assert.Equal([1, 2], File.ReadAllBytes(Path.Combine(target, "charts", "a.svg")));
        Assert.Empty(Directory.EnumerateFileSystemEntries(_folder.Staging));
        Assert.True(ArtefactStore.IsWhole(target));

        File.WriteAllBytes(Path.Combine(target, "charts", "a.svg"), [1, 3]);
        Assert.False(ArtefactStore.IsWhole(target));
        File.Delete(Path.Combine(target, "charts", "a.svg"));
        Assert.False(ArtefactStore.IsWhole(target));
    }

    [Theory]
    [InlineData("{")]
    [InlineData("")]
    [InlineData("null")]
    [InlineData("[]")]
    [InlineData("{}")]
    [InlineData("{\"artefacts\":[]}")]
    [InlineData("{\"report\":\"monthly-clinic\",\"clinic\":\"C\",\"period\":\"2026-06\",\"revision\":1,\"asOf\":\"2026-06-30\",\"productVersion\":\"1\",\"definitionHash\":\"h\",\"input\":[],\"artefacts\":null}")]
    [InlineData("{\"report\":\"monthly-clinic\",\"clinic\":\"C\",\"period\":\"2026-06\",\"revision\":1,\"asOf\":\"2026-06-30\",\"productVersion\":\"1\",\"definitionHash\":\"h\",\"input\":[],\"artefacts\":[null]}")]
    [InlineData("{\"report\":\"monthly-clinic\",\"clinic\":\"C\",\"period\":\"2026-06\",\"revision\":1,\"asOf\":\"2026-06-30\",\"productVersion\":\"1\",\"definitionHash\":\"h\",\"input\":[],\"artefacts\":[{\"path\":\"a\"}]}")]
    public void A_damaged_manifest_is_no_whole_revision(string manifest)
    {
        var target = Published(1, new("a", [1]), new(Manifest.FileName, System.Text.Encoding.UTF8.GetBytes(manifest)));
        Assert.Null(Manifest.In(target));
        Assert.False(ArtefactStore.IsWhole(target));
    }

    [Fact]
    public void A_run_that_starts_while_staging_is_swept_keeps_its_folder()
    {
        var store = new ArtefactStore(_folder);
        store.Stage("left", [new Artefact("a", [1])]);
        store.Sweep(() =>
        {
            store.Stage("new", [new Artefact("a", [1])]);
            return [];
        });
        Assert.Equal("new", Path.GetFileName(Assert.Single(Directory.GetDirectories(_folder.Staging))));
    }

    [Fact]
    public void A_file_in_the_place_of_staging_is_named()
    {
        File.WriteAllText(_folder.Staging, "x");
        var error = Assert.Throws<RunException>(() => new ArtefactStore(_folder).Stage("run-1", [new Artefact("a", [1])]));
        Assert.Contains("staging\" is a file", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void What_a_stopped_run_left_in_the_place_is_replaced()
    {
        var target = Published(1, new Artefact("old.txt", [1]));
        Published(1, new Artefact("new.txt", [2]));
        Assert.Equal("new.txt", Path.GetFileName(Assert.Single(Directory.GetFiles(target))));
    }

    [Fact]
    public void Staging_of_runs_no_longer_running_is_swept_and_of_others_kept()
    {
        var store = new ArtefactStore(_folder);
        store.Stage("run-1", [new Artefact("a", [1])]);
        store.Stage("run-2", [new Artefact("a", [1])]);
        store.Sweep(() => ["run-2"]);
        Assert.Equal("run-2", Path.GetFileName(Assert.Single(Directory.GetDirectories(_folder.Staging))));
        store.Sweep(() => []);
        Assert.Empty(Directory.EnumerateFileSystemEntries(_folder.Staging));
    }

    [Theory]
    [InlineData("C0001", "C0001")]
    [InlineData("a/b", "a%2Fb")]
    [InlineData("..", "%2E%2E")]
    [InlineData("é", "%C3%A9")]
    [InlineData("a b%", "a%20b%25")]
    public void Ids_in_paths_are_percent_encoded(string id, string encoded) => Assert.Equal(encoded, DataFolder.Encode(id));
}
