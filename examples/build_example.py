"""Writes 示例清单.xlsx: an invented city's list with real citations, sound ones and faulty ones of many kinds.

Run it in this folder after a change of the rows. The list looks as published lists do: title rows, a header over two
rows, merged cells, a second sheet in another order of columns whose category stands in its name only.
"""

from pathlib import Path

from openpyxl import Workbook
from openpyxl.styles import Alignment, Font
from openpyxl.worksheet.worksheet import Worksheet

Cell = str | int | None

PERMIT_DUTIES = (
    "1.受理；2.审查；3.决定；4.送达",
    "《中华人民共和国行政许可法》第三十二条、第三十四条、第三十七条、第四十四条",
)
CHECK_DUTIES = ("1.制定计划；2.实施检查；3.处理；4.公开结果", None)
COERCION_DUTIES = ("1.审批；2.告知；3.实施；4.解除", "《中华人民共和国行政强制法》第十八条、第二十四条、第二十七条")
OTHER_DUTIES = ("1.受理；2.审核；3.决定；4.送达", None)
PENALTY_DUTIES = "《中华人民共和国行政处罚法》（2021年修订）第五十四条、第五十七条、第六十一条"

MARKET, FIRE, WORK, BUILD = "示例市市场监督管理局", "示例市消防救援支队", "示例市人力资源和社会保障局", "示例市住房和城乡建设局"
POLICE, CIVIL, WATER, SAFETY = "示例市公安局", "示例市民政局", "示例市水务局", "示例市应急管理局"

POWERS: list[list[Cell]] = [
    [1, "食品生产经营许可", "食品生产许可", "行政许可",
     "【法律】《中华人民共和国食品安全法》（2025年修正）第三十五条第一款、第二款", MARKET, *PERMIT_DUTIES, None],
    [None, None, "食品经营许可", None, None, MARKET, *PERMIT_DUTIES, None],
    [2, "药品零售企业经营许可", None, "行政许可", "《中华人民共和国药品管理法》（2019年修订）第五十一条第一款", MARKET, *PERMIT_DUTIES, None],
    [3, "公众聚集场所投入使用、营业前消防安全检查", None, "行政许可",
     "【法律】《中华人民共和国消防法》（2021年修正）\n第十五条第一款、第二款", FIRE, *PERMIT_DUTIES, None],
    [4, "民办职业培训学校设立审批", None, "行政许可", "《中华人民共和国民办教育促进法》第十二条", WORK, *PERMIT_DUTIES, None],
    [5, "取水许可", None, "行政许可", "《中华人民共和国水法》第四十八条第一款", WATER, *PERMIT_DUTIES, None],
    [6, "建筑工程施工许可", None, "行政许可", "《建筑法》第七条第一款", BUILD, *PERMIT_DUTIES, None],
    [7, "职业中介活动许可", None, "行政许可", "《中华人民共和国就业促进法》第四十条第二款", WORK, *PERMIT_DUTIES, None],
    [8, "建设项目环境影响评价文件审批", None, "行政许可", "《中华人民共和国环境影响评价法》第二十二条第一款",
     "示例市生态环境局", *PERMIT_DUTIES, None],
    [9, "特种设备使用登记", None, "行政许可", "《中华人民共和国特种设备安全法》第一百三十三条", MARKET, *PERMIT_DUTIES, None],
    [10, "医疗、药品、医疗器械广告审查", None, "行政许可", "《中华人民共和国广告法》第四十六条第三款", MARKET, *PERMIT_DUTIES, None],
    [11, "户外广告设施设置许可", None, "行政许可", None, "示例市城市管理局", *PERMIT_DUTIES, None],
    [12, "临时占用城市绿地审批", None, "行政许可", "无", "示例市城市管理局", *PERMIT_DUTIES, None],
    [13, "慈善组织登记", None, "非行政许可审批", "《中华人民共和国慈善法》第十条第一款", CIVIL, *OTHER_DUTIES, None],
    [14, "医疗保障基金使用监督检查", None, "行政检查", "《中华人民共和国医疗保障法》第三十八条第一款",
     "示例市医疗保障局", *CHECK_DUTIES, None],
    [15, "对生产经营单位的安全生产监督检查", None, "行政检查", "《中华人民共和国安全生产法第六十五条第一款", SAFETY, *CHECK_DUTIES, None],
    [16, "对用人单位遵守劳动法律法规情况的监督检查", None, "行政检查", "《中华人民共和国劳动法》笫八十五条", WORK, *CHECK_DUTIES, None],
    [17, "劳动保障监察", None, "行政检查",
     "1.《中华人民共和国劳动合同法》第七十四条；\n2.《劳动保障监察条例》第十一条", WORK, *CHECK_DUTIES, None],
    [18, "查封、扣押不符合食品安全标准的食品", None, "行政强制", "《中华人民共和国食品安全法》第一百一十条第四项", MARKET, *COERCION_DUTIES, None],
    [19, "扣留机动车", None, "行政强制", "《中华人民共和国道路交通安全法》（2021年修正）第九十五条第一款", POLICE, *COERCION_DUTIES, None],
    [20, "查封、扣押涉嫌传销的资料和财物", None, "行政强制", "《禁止传销条例》第十四条第一款第（四）项、第（五）项", MARKET, *COERCION_DUTIES, None],
    [21, "查封违法生产、储存危险物品的作业场所", None, "行政强制", "《中华人民共和国安全生产法》第六十五条第一款第九项",
     SAFETY, *COERCION_DUTIES, None],
    [22, "水土保持补偿费征收", None, "行政征收", "《中华人民共和国水土保持法》第三十二条第二款", WATER, *OTHER_DUTIES, None],
    [23, "最低生活保障金给付", None, "行政给付", "《中华人民共和国社会救助法》第十八条第一款", CIVIL, *OTHER_DUTIES, None],
    [24, "结婚登记", None, "行政确认", "《中华人民共和国婚姻法》第八条", CIVIL, *OTHER_DUTIES, None],
    [25, "工伤认定", None, "行政确认", "《工伤保险条例》第十七条、第二十条第一款", WORK, *OTHER_DUTIES, None],
    [26, "道路交通事故认定", None, "行政确认", "《中华人民共和国道路交通安全法》第七十三条", None, *OTHER_DUTIES, None],
    [27, "对食品安全举报人的奖励", None, "行政奖励", "《中华人民共和国食品安全法》第一百一十五条第一款", MARKET, *OTHER_DUTIES, None],
    [28, "专利侵权纠纷裁决", None, "行政裁决", "《中华人民共和国专利法》第六十五条", MARKET, *OTHER_DUTIES, None],
    [29, "政府采购投诉处理", None, "行政裁决", "《中华人民共和国政府采购法》第五十六条", "示例市财政局", *OTHER_DUTIES, None],
    [30, "土地权属争议处理", None, "行政裁决", "《中华人民共和国土地管里法》第十四条第二款", "示例市自然资源局", *OTHER_DUTIES, None],
    [31, "生产安全事故应急救援预案备案", None, "其他职权", "《生产安全事故应急条例》第七条", SAFETY, *OTHER_DUTIES, None],
    [32, "养犬登记", None, "其他职权", "《中华人民共和国城市养犬法》第九条", POLICE, *OTHER_DUTIES, None],
]
"""Sheet 1: serial, name, sub-name, category, founding basis, actor, duties, basis of the duties, remark."""

PENALTIES: list[list[Cell]] = [
    [1, MARKET, "对未取得许可从事食品生产经营活动的处罚",
     "《中华人民共和国食品安全法》（2025年修正）第一百二十二条第一款", PENALTY_DUTIES],
    [2, MARKET, "对生产经营腐败变质食品的处罚",
     "《中华人民共和国食品安全法》（2018年修正）第一百二十四条第一款第四项", PENALTY_DUTIES],
    [3, POLICE, "对殴打他人的处罚", "《中华人民共和国治安管理处罚法》（2012年修正）第四十三条第一款", PENALTY_DUTIES],
    [4, POLICE, "对写恐吓信威胁他人人身安全的处罚", "《中华人民共和国治安管理处罚法》第五十条第一款第一项", PENALTY_DUTIES],
    [5, FIRE, "对占用、堵塞、封闭消防车通道的处罚", "《中华人民共和国消防法》第六十条第一款第五项、第二款", PENALTY_DUTIES],
    [6, FIRE, "对擅自停用消防设施的处罚", "《中华人民共和国消防法》第六章", PENALTY_DUTIES],
    [7, MARKET, "对生产不合格产品的处罚", "《中华人民共和国产品质量法》", PENALTY_DUTIES],
    [8, BUILD, "对未取得施工许可证擅自施工的处罚", "《中华人民共和国建筑法》第六十四条", PENALTY_DUTIES],
    [9, WORK, "对用人单位不办理社会保险登记的处罚", "《中华人民共和国社会保险法》第八十四条", PENALTY_DUTIES],
    [10, WORK, "对骗取社会保险待遇的处罚", "《中华人民共和国社会保险法》第八十八条", PENALTY_DUTIES],
    [11, WORK, "对骗取社会保险待遇的处罚", "《中华人民共和国社会保险法》第八十八条", PENALTY_DUTIES],
    [12, SAFETY, "对未按照规定设置安全警示标志等行为的处罚", "《中华人民共和国安全生产法》第九十九条第五项至第二项", PENALTY_DUTIES],
    [13, "示例市统计局", "对拒绝提供统计资料的处罚", "《中华人民共和国统计法》（2024年修正）第四十四条第一款第一项、第二款",
     "《中华人民共和国行政处罚法》（2017年修正）第三十条、第三十一条"],
    [15, "示例市文物局", "对擅自在文物保护单位的保护范围内进行建设工程的处罚",
     "《中华人民共和国文物保护法》（2024年修订）第八十三条第一款第一项", PENALTY_DUTIES],
]
"""Sheet 2: serial, actor, name, founding basis, basis of the duties; the sheet's name states one item too many."""


def write_powers(sheet: Worksheet) -> None:
    """Write the first sheet: two title rows, a header over two rows, one name and basis merged over two sub-items."""
    sheet.append(["示例市权责清单（示例）"])
    sheet.append(["编制单位：示例市机构编制委员会办公室", None, None, None, None, None, "编制日期：2026年10月"])
    sheet.append(["序号", "职权名称", None, "权力\n类型", "实施依据", "实施主体", "责任", None, "备注"])
    sheet.append([None, "项目", "子项", None, None, None, "责任事项", "依据", None])
    for row in POWERS:
        sheet.append(row)
    sheet.append(["注：本表为演示而编，“示例市”并无其地；所引法规均为真实法规，其中若干处故意写错，见说明。"])
    last = len(POWERS) + 5
    for merged in ("A1:I1", "A2:F2", "G2:I2", "A3:A4", "B3:C3", "D3:D4", "E3:E4", "F3:F4", "G3:H3", "I3:I4",
                   "A5:A6", "B5:B6", "D5:D6", "E5:E6", f"A{last}:I{last}"):  # fmt: skip
        sheet.merge_cells(merged)


def write_penalties(sheet: Worksheet) -> None:
    """Write the second sheet: a title row, another order of columns, no column for the category."""
    sheet.append(["示例市行政处罚事项"])
    sheet.append(["序号", "行使主体", "事项名称", "处罚依据", "责任事项依据"])
    for row in PENALTIES:
        sheet.append(row)
    sheet.merge_cells("A1:E1")


def finish(sheet: Worksheet, widths: str) -> None:
    """Set column widths and wrap the text, as an office would before printing."""
    for letter, width in zip("ABCDEFGHI", widths.split(), strict=False):
        sheet.column_dimensions[letter].width = float(width)
    for row in sheet.iter_rows():
        for cell in row:
            cell.alignment = Alignment(wrap_text=True, vertical="center")
    sheet["A1"].font = Font(bold=True, size=14)


def build(path: Path) -> None:
    """Write the workbook to `path`."""
    book = Workbook()
    first = book.worksheets[0]
    first.title = "权责清单"
    write_powers(first)
    finish(first, "6 34 16 14 54 24 30 44 10")
    second = book.create_sheet("行政处罚（15项）")
    write_penalties(second)
    finish(second, "6 26 44 54 44")
    book.save(path)


if __name__ == "__main__":
    build(Path(__file__).with_name("示例清单.xlsx"))
